import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/**
 * @param folder of the page: its files with HTML, CSS and JavaScript are served, and no others.
 * @param settings what the page gets as settings.json; asked for at each request.
 * @returns a listener for node:http that serves the page.
 */
export function createPageServer(folder: URL, settings: () => object): RequestListener {
  return async (request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    if (name === 'settings.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(settings()));
      return;
    }
    const [, extension = ''] = /^\w+\.(html|css|js)$/.exec(name) ?? [];
    const type = types[extension];
    const content = type && (await readFile(new URL(name, folder)).catch(() => null));
    if (content) response.writeHead(200, { 'content-type': type }).end(content);
    else response.writeHead(404).end();
  };
}
