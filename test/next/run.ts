import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../support/freePort.ts';
import { pack } from '../support/installedPackage.ts';

/**
 * Installs examples/next with the packed gateway in a temporary folder, builds it with Next.js, starts it, and uses it as a
 * browser does. Needs npm's registry. Ends with exit code 1 after a failure.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'next-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const sandbox = await startSandbox({ life: false });
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  // In production, a gateway does not start on its own sandbox.
  BEEPER_URL: sandbox.url,
  BEEPER_ACCESS_TOKEN: sandbox.token,
  HOST: '127.0.0.1',
  GATEWAY_STORE: 'memory:',
};

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, env, stdio: 'inherit' });

const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify({ query, variables }),
  });

async function check(name: string, act: () => Promise<void>): Promise<void> {
  const failure = await act().then(
    () => null,
    (error: unknown) => error,
  );
  process.stdout.write(failure ? `✗ ${name}: ${failure}\n` : `✓ ${name}\n`);
  if (failure) process.exitCode = 1;
}

execFileSync(process.execPath, [join(root, 'scripts/build.js'), '--if-needed'], { stdio: 'inherit' });
cpSync(join(root, 'examples/next'), folder, { recursive: true });
const tarball = join(folder, pack(folder).filename);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
manifest.dependencies['beeper-graphql-gateway'] = `file:${tarball}`;
writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
run('npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts');
run('npx', 'next', 'build');
const server = spawn('npx', ['next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
  cwd: folder,
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
let output = '';
server.stdout.on('data', (chunk) => {
  output += chunk;
});

try {
  while (!/Ready in/.test(output)) await once(server.stdout, 'data', { signal: AbortSignal.timeout(60_000) });

  await check('the page of a server component shows the inbox', async () => {
    const html = await (await fetch(origin)).text();
    assert.match(html, /<h1>Inbox<\/h1>/);
    assert.equal(html.match(/<li>/g)?.length, 20);
    const [, picture = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
    assert.ok(picture.startsWith(`${origin}/assets/`), picture);
  });

  await check('a picture of the page loads, in parts, too', async () => {
    const [, picture = ''] = /<img src="([^"]+)"/.exec(await (await fetch(origin)).text()) ?? [];
    const whole = await fetch(picture);
    assert.match(whole.headers.get('content-type') ?? '', /^image\//);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = await fetch(picture, { headers: { range: 'bytes=4-11' } });
    assert.equal(part.status, 206);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(4, 12));
  });

  await check('a mutation with a key writes once', async () => {
    const send = `mutation ($key: String!) { sendMessage(
      input: { chatID: "!playground_send-works:playground", content: { text: "Hello" } }, idempotencyKey: $key
    ) { __typename ... on SendMessagePayload { pendingMessageID replayed } } }`;
    const key = crypto.randomUUID();
    const first = (await (await ask(send, { key })).json()).data.sendMessage;
    const second = (await (await ask(send, { key })).json()).data.sendMessage;
    assert.equal(first.replayed, false);
    assert.deepEqual(second, { ...first, replayed: true });
  });

  await check('an upload is taken and sent', async () => {
    const content = Buffer.from('A note.');
    const create = `mutation { createUpload(input: { fileName: "note.txt", sizeBytes: ${content.length} }) {
      ... on CreateUploadPayload { url } } }`;
    const { url } = (await (await ask(create)).json()).data.createUpload;
    assert.ok(url.startsWith(`${origin}/uploads/`), url);
    const put = await fetch(url, { method: 'PUT', body: content, headers: { origin } });
    const { uploadID } = await put.json();
    assert.equal(put.status, 200);
    assert.ok(uploadID);
  });

  await check('a subscription tells of a message, as long as the page stays', async () => {
    const leave = new AbortController();
    const response = await fetch(`${origin}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', origin },
      body: JSON.stringify({
        query:
          'subscription { chatEvents { __typename ... on BeeperMessageUpserted { message { plainText } } } }',
      }),
      signal: AbortSignal.any([leave.signal, AbortSignal.timeout(30_000)]),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (part: string) => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? '';
    };
    await until('BeeperLiveStarted');
    await ask(`mutation { sendMessage(input: { chatID: "!playground_send-works:playground", content: { text: "Over here" } }) {
      __typename } }`);
    await until('Over here');
    leave.abort();
  });

  await check('a page of another origin is refused', async () => {
    const answer = await ask('{ __typename }', {}, { origin: 'https://evil.example' });
    assert.equal(answer.status, 403);
  });
} finally {
  if (process.exitCode) process.stdout.write(output);
  if (server.pid) process.kill(-server.pid, 'SIGTERM');
  await once(server, 'exit');
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
