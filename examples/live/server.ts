import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';

const types: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'apply.js': 'text/javascript; charset=utf-8',
  'connection.js': 'text/javascript; charset=utf-8',
  'documents.js': 'text/javascript; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'sse.js': 'text/javascript; charset=utf-8',
  'store.js': 'text/javascript; charset=utf-8',
  'tabs.js': 'text/javascript; charset=utf-8',
};

/** @returns a listener for node:http that serves the page. `settings` are asked for at each request for them. */
export function createPageServer(
  settings: () => { readonly url: string; readonly user: string },
): RequestListener {
  return async (request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    if (name === 'settings.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(settings()));
      return;
    }
    const type = types[name];
    if (!type) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': type }).end(await readFile(new URL(name, import.meta.url)));
  };
}
