import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/index.ts';
import { AboutBeeper, StartChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { grace, whatsapp } from '../support/people.ts';

/** What failures say of the server that was asked: which program it is, and which version. */

const input = { input: { accountID: whatsapp, user: { id: grace.id } } };
const missing: Fault = { status: 501, body: { message: 'Not implemented', code: 'NOT_IMPLEMENTED' } };

interface Told {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly requiredVersion?: string | null;
  readonly actualVersion?: string | null;
}

async function start({ gateway }: Pair): Promise<Told> {
  const { data } = await gateway.query(StartChat, input);
  return data?.startChat as unknown as Told;
}

async function read({ gateway }: Pair): Promise<Told> {
  const answer = (await (await gateway.send('{ chats(first: 1) { nodes { id } } }')).json()) as {
    errors: { message: string; extensions: Told }[];
  };
  const [error] = answer.errors;
  return { ...error?.extensions, message: error?.message } as Told;
}

const look = ({ gateway }: Pair) => gateway.query(AboutBeeper, {});

test('an app that is new enough is not told to update, but where to look', async () => {
  await using pair = await startPair();
  pair.sandbox.always('POST /v1/chats/start', missing);

  const told = await start(pair);

  expect(told).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: null, actualVersion: '4.3.73' });
  expect(told.remedy).toMatch(/BEEPER_URL and BEEPER_API/);
  expect(told.remedy).not.toMatch(/update|4\.2\./i);
});

test('the same app is not told to update by a proxy that lacks the route', async () => {
  await using pair = await startPair();
  pair.sandbox.always('POST /v1/chats/start', { status: 404, body: 'Not Found' });

  const told = await start(pair);

  expect(told.code).toBe('UPSTREAM_ERROR');
  expect(told.remedy).toMatch(/BEEPER_URL and BEEPER_API/);
  expect(told.remedy).not.toMatch(/update|4\.2\./i);
});

test('an app that was updated meanwhile is not told to update', async () => {
  await using pair = await startPair({ dialect: 'union', api: 'split' });
  await look(pair);
  pair.sandbox.appVersion = '4.3.73';
  pair.sandbox.always('POST /v1/chats/start', missing);

  expect(await start(pair)).toMatchObject({
    requiredVersion: null,
    actualVersion: '4.3.73',
    remedy: expect.not.stringMatching(/update/i),
  });
});

test('BEEPER_API=create-only on a newer app: the remedy names the setting and what was detected', async () => {
  await using pair = await startPair({ api: 'create-only' });
  await look(pair);

  const told = await start(pair);

  expect(told).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: null, actualVersion: '4.3.73' });
  expect(told.remedy).toMatch(
    /BEEPER_API is create-only .* Beeper Desktop 4\.3\.73 is split\. Set BEEPER_API/,
  );
  expect(told.remedy).not.toMatch(/update/i);
  expect(pair.writes()).toEqual([]);
});

test('BEEPER_API=split on an older app: the remedy names the setting, and the version to update to', async () => {
  await using pair = await startPair({ dialect: 'union', api: 'split' });
  pair.sandbox.always('POST /v1/chats/start', missing);

  expect(await start(pair)).toMatchObject({
    requiredVersion: '4.2.808',
    actualVersion: '4.2.600',
    remedy: expect.stringMatching(
      /BEEPER_API is split .* 4\.2\.600 is union\. Set BEEPER_API to union, or update Beeper Desktop to 4\.2\.808/,
    ),
  });
});

test('BEEPER_API=union on a newer app, which takes the input for a wrong one: the remedy names the setting', async () => {
  await using pair = await startPair({ api: 'union' });
  await look(pair);

  const told = await start(pair);

  expect(told.code).toBe('INVALID_INPUT');
  expect(told.remedy).toMatch(
    /^BEEPER_API is union .* 4\.3\.73 is split\. Set BEEPER_API to split\. Then correct/,
  );
});

test('with the right BEEPER_API, the remedy for invalid input does not name it', async () => {
  await using pair = await startPair({ api: 'split' });
  await look(pair);
  pair.sandbox.always('POST /v1/chats/start', { status: 400, body: { message: 'No', code: 'VALIDATION' } });

  expect((await start(pair)).remedy).not.toContain('BEEPER_API');
});

test('BEEPER_API that another program refuses: no versions are compared, and the remedy names the setting', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'split' });
  const headers = { 'x-beeper-desktop-version': '' };
  pair.sandbox.always('POST /v1/chats/start', { ...missing, headers });
  pair.sandbox.always('GET /v1/info', { headers });
  await look(pair);

  const told = await start(pair);

  expect(told).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: null, actualVersion: '4.2.600' });
  expect(told.remedy).toMatch(/BEEPER_API is split/);
  expect(told.remedy).not.toMatch(/update|4\.2\.808|Beeper Desktop/i);
});

test('the old app without GET /v1/info is told which version startChat requires', async () => {
  await using pair = await startPair({ appVersion: '4.1.200' });

  expect(await start(pair)).toMatchObject({
    requiredVersion: '4.2.557',
    actualVersion: null,
    remedy: 'Update Beeper Desktop to 4.2.557 or newer. createChat works on every version.',
  });
});

const error = (status: number): Fault => ({ status, body: { message: 'No', code: 'NO' } });
const noRoute: Fault = { status: 404, body: 'Not Found' };
const faults: Fault[] = [
  ...[401, 403, 409, 500, 502, 503, 501].map(error),
  noRoute,
  { html: true },
  { reset: 'after' },
];

test.each(faults)('another program is not called Beeper Desktop: %j', async (fault) => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'union' });
  await look(pair);
  pair.sandbox.always('GET /v1/chats', fault);
  pair.sandbox.always('POST /v1/chats', fault);

  for (const told of [await read(pair), await start(pair)]) {
    expect(told.remedy).toMatch(/\.$/);
    expect(`${told.message} ${told.remedy}`).not.toContain('Beeper Desktop');
  }
});

test('another program that is gone is not called Beeper Desktop', async () => {
  await using pair = await startPair({ appName: 'Parlour' });
  await look(pair);
  await pair.sandbox.close();

  expect(await read(pair)).toMatchObject({
    code: 'UNAVAILABLE',
    remedy: expect.stringMatching(/Check that the server is running/),
  });
});

for (const message of [
  'A logged-in Matrix session is required',
  'A logged-in Beeper Matrix session is required',
]) {
  test.each([
    ['Beeper', 'Log in to Beeper Desktop'],
    ['Parlour', 'Log in to the server'],
  ])(`403 "${message}" of %s is about the server, not about the token`, async (appName, remedy) => {
    await using pair = await startPair({ dialect: 'union', appName, api: 'union' });
    await look(pair);
    const fault = { status: 403, body: { message, code: 'FORBIDDEN' } };
    pair.sandbox.always('GET /v1/chats', fault);
    pair.sandbox.always('POST /v1/chats', fault);

    for (const told of [await read(pair), await start(pair)]) {
      expect(told).toMatchObject({ code: 'FORBIDDEN', remedy: expect.stringContaining(remedy) });
      expect(told.remedy).not.toMatch(/scope|messaged/);
    }
  });
}

test('another 403 of a read is about what the token may read', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats', {
    status: 403,
    body: { message: 'Missing scope', code: 'FORBIDDEN' },
  });

  const { code, remedy } = await read(pair);

  expect(code).toBe('FORBIDDEN');
  expect(remedy).toMatch(/"read" scope\. Create a new token .* BEEPER_ACCESS_TOKEN/);
  expect(remedy).not.toMatch(/write|messaged/);
});
