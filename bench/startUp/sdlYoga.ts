import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

/** Yoga with its defaults and the types of the gateway, without resolvers and input rules: the least that has this schema. */
const typeDefs = readFileSync(process.env.SCHEMA ?? '', 'utf8');
createServer(createYoga({ schema: createSchema({ typeDefs }) })).listen(
  Number(process.env.PORT),
  '127.0.0.1',
);
