import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Beeper } from './shared/beeper.js';
import { resolvers } from './shared/resolvers.js';
import { typeDefs } from './shared/schema.js';

/** Mercurius with its defaults, so without its JIT. */
const app = Fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, context: () => ({ beeper: new Beeper() }) });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
