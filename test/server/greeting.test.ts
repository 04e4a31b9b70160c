import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { paste, type Running, startProcess } from '../support/process.ts';

/** The curl line, pasted as it stands. */
async function pasted(greeting: string, env?: Record<string, string>): Promise<Running> {
  const line = /^curl .*$/m.exec(greeting)?.[0];
  if (line === undefined) throw new Error(`There is no curl line in: ${greeting}`);
  const curl = paste(line, env);
  const { code } = await curl.ends();
  if (code === 127) throw new Error('This test pastes a curl line into a shell: install curl.');
  return curl;
}

test('With nothing set it says where it is, and that no Beeper is connected', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(`${origin}/graphql  (GraphiQL in a browser)`);
  expect(gateway.stdout).toContain('sandbox: no Beeper is connected (it plays app 4.3.73)');
  expect(gateway.stderr).toBe('');
  expect(new URL(origin).hostname).toBe('127.0.0.1');
  expect((await fetch(`${origin}/ready`)).status).toBe(200);
});

test('Its curl line starts a chat on the sandbox when it is pasted', async () => {
  await using gateway = await startProcess();
  await gateway.origin();
  const curl = await pasted(gateway.stdout);
  expect(curl.stderr).toBe('');
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
});

test('It names a real Beeper with URL, version and dialect', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toContain(`${sandbox.url}, Beeper 4.2.600, dialect union\n`);
});

test('Its curl line, in front of a real Beeper, brings the token along and writes to nobody', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  const chats = sandbox.chats.size;
  const curl = await pasted(gateway.stdout, { BEEPER_ACCESS_TOKEN: sandbox.token });
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { code: 'NOT_FOUND' } } });
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.token}`);
  expect(sandbox.chats.size).toBe(chats);
});

test('Where the gateway has a token, the curl line needs none, and the token is not printed', async () => {
  await using sandbox = await startSandbox({ token: 'c4n4ry-token' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
  await gateway.origin();
  const curl = await pasted(gateway.stdout);
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { code: 'NOT_FOUND' } } });
  expect(gateway.stdout).not.toContain('c4n4ry');
});

test('It says of an old Beeper what that can’t do', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toContain('dialect create-only: startChat needs 4.2.557 or newer');
});

test('It says of another app that BEEPER_API must be set, and is content once it is', async () => {
  await using sandbox = await startSandbox({ appName: 'Other Server', appVersion: '4.9.1' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toMatch(/Other Server 4\.9\.1, which is not Beeper.*for startChat set BEEPER_API/);
  await using pinned = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_API: 'union' });
  await pinned.origin();
  expect(pinned.stdout).toContain('Other Server 4.9.1, pinned to the dialect union\n');
});

test('It says of a Beeper that does not answer what to do, and serves all the same', async () => {
  const sandbox = await startSandbox();
  await sandbox.close();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(
    `${sandbox.url}, which does not answer now: start Beeper Desktop and switch its API on`,
  );
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
