import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { Beeper } from './shared/beeper.js';
import { resolvers } from './shared/resolvers.js';
import { typeDefs } from './shared/schema.js';

/** GraphQL Yoga with its defaults. */
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  context: () => ({ beeper: new Beeper() }),
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
