import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { read } from './fences.ts';

const notes = read('examples/tauri-notes.md');

test('pages of the origins in the notes on Tauri can ask, subscribe, load pictures and upload', async () => {
  const [, listed = ''] = /GATEWAY_ORIGINS=(\S+)/.exec(notes) ?? [];
  const origins = listed.split(',');
  await using pair = await startPair({ origins });
  const ask = (query: string, origin: string, headers: Record<string, string> = {}) =>
    pair.gateway.send(query, {}, { headers: { origin, ...headers } });

  expect(origins).toHaveLength(2);
  for (const origin of origins) {
    const upload =
      'createUpload(input: { fileName: "a.txt", sizeBytes: 1 }) { ... on CreateUploadPayload { url } }';
    const answers = [
      await ask('{ accounts { id user { imgURL { contentURL } } } }', origin),
      await ask(`mutation { ${upload} }`, origin),
      await ask('subscription { chatEvents { __typename } }', origin, { accept: 'text/event-stream' }),
    ];
    const [accounts = '', created = ''] = await Promise.all(
      answers.slice(0, 2).map((answer) => answer.text()),
    );
    await answers[2]?.body?.cancel();
    const [picture = ''] = /http[^"]+\/assets\/[^"]+/.exec(accounts) ?? [];
    const [target = ''] = /http[^"]+\/uploads\/[^"]+/.exec(created) ?? [];
    answers.push(
      await fetch(picture, { headers: { origin } }),
      await fetch(target, { method: 'PUT', body: 'a', headers: { origin } }),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    }
  }
  expect((await ask('{ __typename }', 'https://tauri.localhost')).status).toBe(403);
});

test('the policy in the notes on Tauri allows what addresses of the gateway are used for', () => {
  const [, policy = ''] = /```json\n(.*?)```/s.exec(notes) ?? [];
  const { csp } = JSON.parse(policy).app.security;

  for (const directive of ['connect-src', 'img-src', 'media-src'])
    expect(csp[directive].split(' '), directive).toContain('http://127.0.0.1:4000');
});
