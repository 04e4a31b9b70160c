import { subgraphSDL } from '../src/schema/index.ts';

/** Prints the SDL of the subgraph for `rover subgraph publish`, `hive schema:publish` or `wgc subgraph publish`. */
process.stdout.write(`${subgraphSDL()}\n`);
