import { createApp } from 'beeper-graphql-gateway';
import fastify, { type FastifyInstance } from 'fastify';

/** A Fastify server with the gateway at /api/graphql. @returns it, once it listens on loopback. */
export async function startFastify(port: number): Promise<FastifyInstance> {
  const gateway = await createApp({ ...process.env, GATEWAY_PATH: '/api/graphql' }, { log: process.stdout });
  const server = fastify();
  server.get('/', async () => 'A page of this server.\n');
  await server.register(async (routes) => {
    // The gateway reads bodies itself, with its own limits.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_request, _body, done) => done(null));
    // Pictures and files are at /assets and /uploads.
    for (const path of ['/api/graphql', '/assets/*', '/uploads/*'])
      routes.all(path, (request, reply) => {
        reply.hijack();
        gateway.listener(request.raw, reply.raw);
      });
  });
  server.addHook('onClose', () => gateway.close());
  await server.listen({ port, host: '127.0.0.1' });
  return server;
}
