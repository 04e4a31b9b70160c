import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { decodeAccounts } from '../../src/beeper/accounts/wire.ts';
import { decodeBridge, decodeBridgeCapabilities, decodeBridges } from '../../src/beeper/bridges/wire.ts';
import { archiveChat } from '../../src/beeper/chatState/api.ts';
import { createChat } from '../../src/beeper/chats/api.ts';
import {
  type Chat,
  decodeChat,
  decodeChats,
  decodeChatsWithPreview,
  decodeLabels,
} from '../../src/beeper/chats/wire.ts';
import { type Dropped, whileCollecting } from '../../src/beeper/dropped.ts';
import { decodeErrorBody } from '../../src/beeper/errorBody.ts';
import { decodeInfo } from '../../src/beeper/identify.ts';
import { decodeMessage, decodeMessages } from '../../src/beeper/messages/wire.ts';
import type { Page } from '../../src/beeper/page.ts';
import { decodeFoundMessages, decodeSearch } from '../../src/beeper/search/wire.ts';
import { decodeUsers } from '../../src/beeper/users/wire.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { seed } from '../support/askStrictly.ts';
import { brokenBody, eachBroken } from '../support/brokenBodies.ts';
import { fullAnswers } from '../support/fullAnswers.ts';
import { whatsapp } from '../support/people.ts';
import { runs } from '../support/runs.ts';
import * as zodAccounts from '../support/zodDecoders/accounts/wire.ts';
import * as zodBridges from '../support/zodDecoders/bridges/wire.ts';
import * as zodResults from '../support/zodDecoders/chats/results.ts';
import * as zodChats from '../support/zodDecoders/chats/wire.ts';
import * as zodErrors from '../support/zodDecoders/errorBody.ts';
import * as zodInfo from '../support/zodDecoders/info.ts';
import * as zodMessages from '../support/zodDecoders/messages/wire.ts';
import * as zodSearch from '../support/zodDecoders/search/wire.ts';
import * as zodUsers from '../support/zodDecoders/users/wire.ts';

/** Reads a body. A function that it returns is called once the answer is decoded, as `capabilities` are. */
type Decode = (body: unknown) => unknown;

const withCapabilities = (chat: Chat) => ({ ...chat, capabilities: chat.capabilities() });
const wholeChat = (decode: (body: unknown) => Chat | null) => (body: unknown) => {
  const chat = decode(body);
  return () => chat && withCapabilities(chat);
};
const wholeChats = (decode: (body: unknown) => Page<Chat> | null) => (body: unknown) => {
  const page = decode(body);
  return () => page && { ...page, items: page.items.map(withCapabilities) };
};

const withChat = <Item extends { readonly chat: Chat }>(item: Item) => ({
  ...item,
  chat: withCapabilities(item.chat),
});
const withChats = <Item extends { readonly chat: Chat }>(page: Page<Item>) => ({
  ...page,
  items: page.items.map(withChat),
});
const wholeFound =
  <Item extends { readonly chat: Chat }>(decode: (body: unknown) => Page<Item> | null) =>
  (body: unknown) => {
    const page = decode(body);
    return () => page && withChats(page);
  };
type Results<Item> = {
  readonly chats: readonly Chat[];
  readonly inGroups: readonly Chat[];
  readonly messages: Page<Item>;
};
const wholeSearch =
  <Item extends { readonly chat: Chat }>(decode: (body: unknown) => Results<Item> | null) =>
  (body: unknown) => {
    const found = decode(body);
    return () =>
      found && {
        chats: found.chats.map(withCapabilities),
        inGroups: found.inGroups.map(withCapabilities),
        messages: withChats(found.messages),
      };
  };

/** Each decoder beside the one that was written with zod. */
const decoders: Readonly<Record<string, readonly [Decode, Decode]>> = {
  accounts: [decodeAccounts, zodAccounts.decodeAccounts],
  chat: [wholeChat(decodeChat), wholeChat(zodChats.decodeChat)],
  chats: [wholeChats(decodeChats), wholeChats(zodChats.decodeChats)],
  inbox: [wholeChats(decodeChatsWithPreview), wholeChats(zodChats.decodeChatsWithPreview)],
  messages: [decodeMessages, zodMessages.decodeMessages],
  message: [decodeMessage, zodMessages.decodeMessage],
  foundMessages: [wholeFound(decodeFoundMessages), wholeFound(zodSearch.decodeFoundMessages)],
  search: [wholeSearch(decodeSearch), wholeSearch(zodSearch.decodeSearch)],
  labels: [decodeLabels, zodChats.decodeLabels],
  bridges: [decodeBridges, zodBridges.decodeBridges],
  bridge: [decodeBridge, zodBridges.decodeBridge],
  bridgeCapabilities: [decodeBridgeCapabilities, zodBridges.decodeBridgeCapabilities],
  contacts: [decodeUsers, zodUsers.decodeUsers],
  error: [decodeErrorBody, zodErrors.decodeErrorBody],
  info: [decodeInfo, zodInfo.decodeInfo],
  created: [
    createChat({ accountID: 'a', participantIDs: ['b'], type: 'single' }).result,
    zodResults.readCreatedChat,
  ],
  changed: [archiveChat('a', true).result, zodResults.readChangedChat],
};

let sandboxAnswers: Readonly<Record<string, readonly unknown[]>> = {};

beforeAll(async () => {
  sandboxAnswers = await readSandbox();
});

/** Pages are short, so that a change hits more than the rest of a list. */
async function readSandbox(): Promise<Record<string, unknown[]>> {
  await using sandbox = await startSandbox();
  const get = async (path: string) => {
    const response = await fetch(sandbox.url + path, {
      headers: { authorization: `Bearer ${sandbox.token}` },
    });
    return (await response.json()) as { items: unknown[] };
  };
  const inbox = await get('/v1/chats?limit=200');
  const contacts = await get(`/v1/accounts/${encodeURIComponent(whatsapp)}/contacts/list?limit=50`);
  const messages = [...sandbox.chats.values()].flatMap((chat) => chat.messages.slice(-8));
  const chats = pagesOf(inbox, 2);
  return {
    accounts: [await get('/v1/accounts')],
    chat: inbox.items,
    chats,
    inbox: chats,
    messages: pagesOf({ ...inbox, items: messages }, 3),
    message: messages.slice(0, 20),
    foundMessages: [
      await get('/v1/messages/search?limit=3'),
      await get('/v1/messages/search?limit=2&query=the'),
    ],
    search: [await get('/v1/search?query=kishan')],
    labels: [await get('/v1/labels')],
    bridges: [await get('/v1/bridges')],
    bridge: [await get('/v1/bridges/local-whatsapp')],
    bridgeCapabilities: [await get('/v1/bridges/local-whatsapp/capabilities')],
    contacts: pagesOf(contacts, 2),
    error: [await get('/v1/chats/unknown'), await get('/v1/chats?limit=none')],
    created: inbox.items.slice(0, 3),
    changed: inbox.items.slice(0, 3),
    info: [await get('/v1/info')],
  };
}

const pagesOf = ({ items, ...page }: { items: readonly unknown[] }, length: number) =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, index) => ({
    ...page,
    items: items.slice(index * length, (index + 1) * length),
  }));

/** What is read, and how many items of which kind are dropped. */
function read(decode: Decode, body: unknown) {
  const dropped: Dropped = new Map();
  const found = whileCollecting(dropped, () => decode(body));
  return { value: typeof found === 'function' ? found() : found, dropped };
}

function expectSame(kind: string, body: unknown): void {
  const [decode, zodDecode] = decoders[kind] ?? [];
  if (!decode || !zodDecode) throw new Error(`There is no decoder of ${kind}`);
  const found = read(decode, body);
  const expected = read(zodDecode, body);
  if (isDeepStrictEqual(found, expected)) return;
  // Slower by far, but it shows the difference.
  expect(found, kind).toStrictEqual(expected);
  throw new Error(`${kind}: there is a difference that can't be shown`);
}

test('The decoders read answers as those written with zod do', () => {
  expect(Object.values(sandboxAnswers).flat().length).toBeGreaterThan(400);
  for (const kind of Object.keys(decoders)) {
    for (const body of [...(sandboxAnswers[kind] ?? []), ...(fullAnswers[kind] ?? [])])
      expectSame(kind, body);
  }
});

test.each(Object.keys(decoders))(
  'The decoder of %s reads answers with one broken value as the one written with zod does',
  (kind) => {
    for (const body of fullAnswers[kind] ?? [])
      for (const broken of eachBroken(body)) expectSame(kind, broken);
  },
);

test('The decoders read 10,000 broken bodies as those written with zod do, and drop as many items', () => {
  const kinds = Object.keys(decoders);
  const brokenOf = (kind: string) => {
    const sources = [sandboxAnswers[kind], fullAnswers[kind]].filter((source) => source !== undefined);
    return fc.tuple(fc.constant(kind), fc.oneof(...sources.map(brokenBody)));
  };
  fc.assert(
    fc.property(fc.oneof(...kinds.map(brokenOf)), fc.constantFrom(...kinds), ([kind, body], otherKind) => {
      expectSame(kind, body);
      expectSame(otherKind, body);
    }),
    { numRuns: runs(10_000), seed },
  );
});
