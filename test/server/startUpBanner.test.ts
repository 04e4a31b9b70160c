import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { paste, type Running, startProcess } from '../support/process.ts';

/** Runs the printed curl command unchanged in a shell. */
async function runCurl(banner: string, env?: Record<string, string>): Promise<Running> {
  const line = /^curl .*$/m.exec(banner)?.[0];
  if (line === undefined) throw new Error(`No curl command in: ${banner}`);
  const curl = paste(line, env);
  const { code } = await curl.ends();
  if (code === 127) throw new Error('This test runs curl: install it.');
  return curl;
}

test('without settings it runs on the sandbox, and the printed curl command starts a chat there', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(`${origin}/graphql  (GraphiQL in a browser)`);
  expect(gateway.stdout).toContain('sandbox, not connected to Beeper (simulates app version 4.3.73)');
  expect(gateway.stderr).toBe('');
  expect(new URL(origin).hostname).toBe('127.0.0.1');
  expect((await fetch(`${origin}/ready`)).status).toBe(200);

  const curl = await runCurl(gateway.stdout);
  expect(curl.stderr).toBe('');
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
});

test('with a real Beeper it prints URL, app version and dialect, and the curl command creates no chat', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toContain(`${sandbox.url}, Beeper 4.2.600, dialect union\n`);

  const chats = sandbox.chats.size;
  const curl = await runCurl(gateway.stdout, { BEEPER_ACCESS_TOKEN: sandbox.token });
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { code: 'NOT_FOUND' } } });
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.token}`);
  expect(sandbox.chats.size).toBe(chats);
});

test('if the gateway has an access token, the curl command works without it and the token is not printed', async () => {
  await using sandbox = await startSandbox({ token: 'c4n4ry-token' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
  await gateway.origin();
  const curl = await runCurl(gateway.stdout);
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { code: 'NOT_FOUND' } } });
  expect(gateway.stdout).not.toContain('c4n4ry');
});

test('with an old Beeper it prints which version startChat requires', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toContain('dialect create-only: startChat requires 4.2.557 or newer');
});

test('while Beeper does not respond it starts anyway and prints what to do', async () => {
  const sandbox = await startSandbox();
  await sandbox.close();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(
    `${sandbox.url}, not responding: start Beeper Desktop and turn on its API`,
  );
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
