#!/usr/bin/env node
import '../../scripts/checkNode.js';

/** The command `beeper-graphql`. An old Node can't link the rest, so it is loaded once the version is checked. */
void import('./program.ts').then(({ runProgram }) => runProgram(process.argv));
