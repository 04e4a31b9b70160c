import { expect, test } from 'vitest';
import { sandboxToken, startSandbox } from '../../src/sandbox/index.ts';

test('routes other than GET /v1/info respond 401 without the token', async () => {
  await using sandbox = await startSandbox();
  const responses = await Promise.all(
    ['/v1/accounts', '/v1/chats', '/v1/chats/search', '/v1/chats/5600'].map((path) =>
      fetch(sandbox.url + path),
    ),
  );
  expect(responses.map((response) => response.status)).toEqual([401, 401, 401, 401]);
  await expect(responses[0]?.json()).resolves.toEqual({
    message: 'Unauthorized: Invalid or missing token',
    code: 'unauthorized',
  });
  expect((await fetch(`${sandbox.url}/v1/info`)).status).toBe(200);
});

test('the sandbox accepts only the token of its options', async () => {
  await using sandbox = await startSandbox({ token: 'another' });
  const ask = (token: string) =>
    fetch(`${sandbox.url}/v1/accounts`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(sandboxToken)).status).toBe(401);
  expect((await ask('another')).status).toBe(200);
});

test('GET /v1/info responds 200 to a wrong token too', async () => {
  await using sandbox = await startSandbox();
  const response = await fetch(`${sandbox.url}/v1/info`, { headers: { authorization: 'Bearer wrong' } });
  expect(response.status).toBe(200);
});
