import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { schema } from '../../src/schema/index.ts';

/** Yoga with its defaults and the schema of the gateway: nothing of Beeper, of the guards or of the writes. */
createServer(createYoga({ schema })).listen(Number(process.env.PORT), '127.0.0.1');
