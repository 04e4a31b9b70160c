import { describe, expect, test } from 'vitest';
import { UnavailableFailure } from '../../src/failures.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { type Subscription, subscribe } from '../support/eventStream.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const { grace } = seedChatIDs;

/** @param selection what is selected beside the names and IDs. */
const query = (selection = '') => `subscription Watch($chatIDs: [ID!], $after: String) {
  chatEvents(chatIDs: $chatIDs, after: $after) {
    __typename
    ... on BeeperLiveEvent { index position }
    ... on BeeperLiveStarted { isResumed isPolled }
    ... on BeeperLiveGap { reason needsReload chatIDs }
    ... on BeeperMessageUpserted { chatID messageID }
    ... on BeeperMessageDeleted { chatID messageID }
    ... on BeeperChatUpserted { chatID }
    ... on BeeperChatDeleted { chatID }
    ... on BeeperLiveEnded {
      error { code message remedy retryable ... on BeeperInvalidInputError { issues { path code message } } }
    }
    ${selection}
  }
}`;

/** @returns the next event of this type, with the errors beside it. */
async function next(watching: Subscription, type: string) {
  for (;;) {
    const event = await watching.next();
    if (event === null) throw new Error('The subscription has ended');
    const { chatEvents } = event.data ?? {};
    if (chatEvents?.__typename === type || !chatEvents) return { ...chatEvents, errors: event.errors };
  }
}

/** Subscribes, and forgets the calls that the beginning takes. */
async function watch({ gateway, sandbox }: Pair, selection = '', variables: object = {}) {
  const watching = await subscribe(gateway, query(selection), { variables });
  const started = await next(watching, 'BeeperLiveStarted');
  sandbox.calls.length = 0;
  return Object.assign(watching, { started });
}

const paths = ({ sandbox }: Pair) => sandbox.calls.map(({ path }) => decodeURIComponent(path));

describe('the message of an event', () => {
  test('has all its fields, without a call if Beeper sent it along', async () => {
    await using pair = await startPair();
    await using watching = await watch(
      pair,
      `... on BeeperMessageUpserted { message {
        id chatID accountID plainText isSender sentWithKey
        sender { userID fullName isSelf } viewerCanEdit viewerCanReact viewerCanDeleteFor repliedTo { id } chat { id }
      } }`,
      { chatIDs: [grace] },
    );

    expect(watching.started).toMatchObject({ index: 0, isResumed: false, isPolled: false });
    const messageID = pair.sandbox.people.write(grace, 'Hello');
    const event = await next(watching, 'BeeperMessageUpserted');

    expect(event).toMatchObject({
      chatID: grace,
      messageID,
      message: {
        id: messageID,
        chatID: grace,
        accountID: whatsapp,
        plainText: 'Hello',
        isSender: false,
        sentWithKey: null,
        sender: { userID: '@15550101003:local-whatsapp.localhost', isSelf: false },
        viewerCanEdit: false,
        viewerCanReact: null,
        repliedTo: null,
        chat: { id: grace },
      },
      errors: undefined,
    });
    expect(paths(pair)).toEqual([]);
  });

  test('shares the read of its chat with the field beside it and with all who listen', async () => {
    await using pair = await startPair();
    const selection = `... on BeeperMessageUpserted { inChat: chat { title } message { viewerCanReact chat { title } } }`;
    await using one = await watch(pair, selection);
    await using other = await watch(
      pair,
      `... on BeeperMessageUpserted { message { viewerCanReact } chat { title } }`,
    );

    pair.sandbox.people.write(grace, 'Hello');
    const chat = { title: 'Grace' };

    expect(await next(one, 'BeeperMessageUpserted')).toMatchObject({
      inChat: chat,
      message: { viewerCanReact: true, chat },
    });
    expect(await next(other, 'BeeperMessageUpserted')).toMatchObject({
      message: { viewerCanReact: true },
      chat,
    });
    expect(paths(pair)).toEqual([`/v1/chats/${grace}`]);
  });

  test('and its chat cost no call if only the ID is selected', async () => {
    await using pair = await startPair();
    await using watching = await watch(
      pair,
      '... on BeeperMessageUpserted { message { id } chat { id __typename } } ... on BeeperChatUpserted { chat { id } }',
    );
    // Without the message in the event.
    pair.sandbox.live.sendRaw((seq) =>
      JSON.stringify({ type: 'message.upserted', seq, ts: Date.now(), chatID: grace, ids: ['17'] }),
    );
    pair.sandbox.people.rename(grace, 'G. H.');

    expect(await next(watching, 'BeeperMessageUpserted')).toMatchObject({
      message: { id: '17' },
      chat: { id: grace, __typename: 'BeeperChat' },
    });
    expect(await next(watching, 'BeeperChatUpserted')).toMatchObject({ chat: { id: grace } });
    expect(paths(pair)).toEqual([]);
  });

  test('is null with an error beside it if it can’t be read, and the subscription goes on', async () => {
    await using pair = await startPair();
    await using watching = await watch(pair, '... on BeeperMessageUpserted { chat { title } }');
    pair.sandbox.next('GET /v1/chats/{chatID}', { status: 403 });
    pair.sandbox.people.write(grace, 'One');

    expect(await next(watching, 'BeeperMessageUpserted')).toMatchObject({
      chat: null,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    pair.sandbox.people.rename(grace, 'G. H.');
    expect(await next(watching, 'BeeperChatUpserted')).toMatchObject({ chatID: grace });
  });
});

test('chats and messages that come, change and go are told by ID', async () => {
  await using pair = await startPair({ removal: 'gone' });
  const { people } = pair.sandbox;
  await using watching = await watch(pair, '... on BeeperChatUpserted { chat { title } }');

  people.rename(grace, 'G. H.');
  expect(await next(watching, 'BeeperChatUpserted')).toMatchObject({
    chatID: grace,
    chat: { title: 'G. H.' },
  });
  const chatID = people.startChat(whatsapp, ada.id, 'Hello');
  expect(await next(watching, 'BeeperMessageUpserted')).toMatchObject({ chatID });
  const messageID = people.write(chatID, 'Mistake');
  people.remove(chatID, messageID);
  expect(await next(watching, 'BeeperMessageDeleted')).toMatchObject({ chatID, messageID });
  people.deleteChat(chatID);
  expect(await next(watching, 'BeeperChatDeleted')).toMatchObject({ chatID });
});

test('a subscription goes on after a position that is known, and says so if it is not', async () => {
  await using pair = await startPair();
  await using first = await watch(pair);
  const messageID = pair.sandbox.people.write(grace, 'Hello');
  await next(first, 'BeeperMessageUpserted');

  const { position } = first.started as { position?: string };
  expect(position).toMatch(/^[A-Za-z0-9]+\.[0-9]+$/);
  await using resumed = await watch(pair, '', { after: position });
  expect(resumed.started).toMatchObject({ isResumed: true, position });
  expect(await next(resumed, 'BeeperMessageUpserted')).toMatchObject({ messageID });

  await using unknown = await watch(pair, '', { after: 'another.7' });
  expect(unknown.started).toMatchObject({ isResumed: false });
  expect(await next(unknown, 'BeeperLiveGap')).toMatchObject({
    reason: 'UNKNOWN_PLACE',
    needsReload: true,
    chatIDs: null,
  });

  await using empty = await watch(pair, '', { after: '' });
  expect(empty.started).toMatchObject({ isResumed: false });
});

const many = Array.from({ length: 201 }, (_, index) => `chat${index}`);

test.each<[string, object, [string, string][]]>([
  ['no chats', { chatIDs: [] }, [['chatIDs', 'too_small']]],
  ['too many chats', { chatIDs: many }, [['chatIDs', 'too_big']]],
  ['a chat twice', { chatIDs: ['a', 'b', 'a'] }, [['chatIDs.2', 'duplicate']]],
  [
    'what is no ID and no position',
    { chatIDs: ['..'], after: 'x y' },
    [
      ['chatIDs.0', 'not_an_id'],
      ['after', 'invalid_position'],
    ],
  ],
  ['a position that is too long', { after: `${'a'.repeat(99)}.1` }, [['after', 'too_big']]],
])('%s ends the subscription with its issues, and costs no call', async (_, variables, issues) => {
  await using pair = await startPair();
  await using watching = await subscribe(pair.gateway, query(), { variables });

  expect(await next(watching, 'BeeperLiveEnded')).toMatchObject({
    index: 0,
    error: {
      code: 'INVALID_INPUT',
      issues: issues.map(([path, code]) => ({ path: path.split('.'), code })),
    },
  });
  expect(await watching.next()).toBeNull();
  expect(pair.sandbox.calls).toEqual([]);
  expect(pair.gateway.log).toContainEqual(
    expect.objectContaining({ operation: 'chatEvents', msg: 'Input rejected' }),
  );
});

test('without a token the only event says what to do', async () => {
  await using pair = await startPair({ accessToken: null });
  await using watching = await subscribe(pair.gateway, query());

  expect(await next(watching, 'BeeperLiveEnded')).toMatchObject({
    index: 0,
    position: '',
    error: { code: 'UNAUTHENTICATED', retryable: false, remedy: expect.any(String) },
  });
  expect(await watching.next()).toBeNull();
  expect(pair.sandbox.calls).toEqual([]);
});

test('a subscription that the gateway ends says why, and where it can be continued', async () => {
  await using pair = await startPair();
  await using watching = await watch(pair);
  pair.sandbox.people.write(grace, 'Hello');
  const { position } = (await next(watching, 'BeeperMessageUpserted')) as { position?: string };

  pair.gateway.live.close(new UnavailableFailure('Closing.'));
  const ended = (await next(watching, 'BeeperLiveEnded')) as { position?: string };
  expect(ended).toMatchObject({ error: { code: 'UNAVAILABLE', message: 'Closing.', retryable: true } });
  const numberOf = (place = '') => Number(/\d+$/.exec(place));
  expect(numberOf(ended.position)).toBeGreaterThanOrEqual(numberOf(position));
  expect(await watching.next()).toBeNull();
});
