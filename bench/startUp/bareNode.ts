import { createServer } from 'node:http';

/** What Node itself takes. */
createServer((_request, response) => response.end('{"data":{}}')).listen(
  Number(process.env.PORT),
  '127.0.0.1',
);
