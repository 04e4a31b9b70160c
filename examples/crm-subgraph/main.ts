import { listen } from '../listen.ts';
import { createCRM } from './subgraph.ts';

/** Serves the CRM alone, at PORT or 4001, until it is told to end. */
const server = await listen(createCRM(), Number(process.env.PORT ?? 4001));
console.log(`CRM        ${server.origin}/graphql`);

const end = () => server[Symbol.asyncDispose]();
process.once('SIGINT', end);
process.once('SIGTERM', end);
