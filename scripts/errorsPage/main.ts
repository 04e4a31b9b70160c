import { readFileSync, writeFileSync } from 'node:fs';
import { renderErrorsPage } from './render.ts';

/** Renews docs/errors.md. Run by `npm run codegen`, after schema.graphql is written. */
const page = new URL('../../docs/errors.md', import.meta.url);
const schema = new URL('../../schema.graphql', import.meta.url);

writeFileSync(page, await renderErrorsPage(readFileSync(page, 'utf8'), readFileSync(schema, 'utf8')));
