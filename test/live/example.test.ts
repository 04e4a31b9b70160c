import { expect, test } from 'vitest';
import { inbox } from '../../examples/files/documents.js';
import { chatEvents } from '../../examples/live/documents.js';
import { readEvents } from '../support/eventStream.ts';
import { startExample } from '../support/process.ts';

test('npm run example:live serves a page and a gateway that lets it listen', async () => {
  await using example = startExample('live');
  const [, origin = ''] = await example.prints(/^Page +(http:\S+)/m);
  const read = async (path: string) => (await fetch(new URL(path, origin))).text();
  const { url } = JSON.parse(await read('settings.json'));

  expect(await read('/')).toContain('src="page.js"');
  expect(await read('page.js')).toContain("from './store.js'");
  expect((await fetch(new URL('main.ts', origin))).status).toBe(404);

  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', origin },
    body: JSON.stringify({ query: chatEvents }),
    signal: leaving.signal,
  });
  await using watching = readEvents(response, leaving);
  expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  expect(await watching.next()).toMatchObject({ data: { chatEvents: { __typename: 'BeeperLiveStarted' } } });

  example.kill('SIGINT');
  await example.ends();
});

test('npm run example:files serves a page, and a gateway that lets it show files', async () => {
  await using example = startExample('files');
  const [, origin = ''] = await example.prints(/^Page +(http:\S+)/m);
  const { url } = await (await fetch(new URL('settings.json', origin))).json();
  expect((await fetch(new URL('page.css', origin))).headers.get('content-type')).toContain('text/css');

  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ query: inbox }),
  });
  const [address = ''] = /http[^"]*\/assets\/[\w-]+/.exec(await response.text()) ?? [];
  expect((await fetch(address, { headers: { origin } })).headers.get('access-control-allow-origin')).toBe(
    origin,
  );

  example.kill('SIGINT');
  await example.ends();
});
