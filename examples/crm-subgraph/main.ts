import { listen } from '../listen.ts';
import { createCRM } from './subgraph.ts';

/** Serves the CRM alone, at PORT or 4001, until SIGINT or SIGTERM. */
const server = await listen(createCRM(), Number(process.env.PORT ?? 4001));
console.log(`CRM        ${server.origin}/graphql`);

const stop = () => server[Symbol.asyncDispose]();
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
