import { expect, test } from 'vitest';
import { SANDBOX_TOKEN, startSandbox } from '../../src/sandbox/index.ts';

test('Every route but GET /v1/info answers 401 without the token', async () => {
  await using sandbox = await startSandbox();
  const answers = await Promise.all(
    ['/v1/accounts', '/v1/chats', '/v1/chats/search', '/v1/chats/5600'].map((path) =>
      fetch(sandbox.url + path),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
  await expect(answers[0]?.json()).resolves.toEqual({
    message: 'Unauthorized: Invalid or missing token',
    code: 'unauthorized',
  });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(200);
});

test('Only the token of the options is good', async () => {
  await using sandbox = await startSandbox({ token: 'another' });
  const ask = (token: string) =>
    fetch(`${sandbox.url}/v1/accounts`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(SANDBOX_TOKEN)).status).toBe(401);
  expect((await ask('another')).status).toBe(200);
});

test('GET /v1/info answers 200 for a wrong token too', async () => {
  await using sandbox = await startSandbox();
  const answer = await fetch(`${sandbox.url}/v1/info`, { headers: { authorization: 'Bearer wrong' } });
  expect(answer.status).toBe(200);
});
