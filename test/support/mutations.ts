import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import fc from 'fast-check';
import { parse, print } from 'graphql';
import { type SandboxRoute, seedChatIDs } from '../../src/sandbox/index.ts';
import { anyChatID, createChatInput, mostly, someOf, startChatInput, text } from './arbitraries.ts';
import { graphql } from './graphql/index.js';
import type { MutationName } from './graphql/mutationName.ts';
import { ada, kishan, type versionOf, whatsapp } from './people.ts';

/** One row per mutation. The tests of failures, faults, leaks, cost and random input loop over them. */
export interface MutationRow {
  /** The route in each dialect that supports the mutation; empty for one that makes no call to Beeper. */
  readonly routes: Readonly<Partial<Record<Dialect, SandboxRoute>>>;
  readonly effect: 'creates' | 'changes' | 'idempotent';
  /** Whether an error of Beeper other than a rejection leaves its outcome unknown. */
  readonly isLostOnError?: true;
  /** Whether it differs from `setChatArchived` only in what it sets: a part of the failures and faults is enough. */
  readonly isLikeOthers?: true;
  /** Whether its answer is empty in the newest dialect. */
  readonly isAnswerEmpty?: true;
  /** How many calls the payload makes in the newest dialect. */
  readonly reads?: number;
  /** How many writes it is at most. */
  readonly writes?: number;
  /** Whether valid input can break rules that only Beeper knows. */
  readonly hasOwnRules?: true;
  /** Whether a success can say that nothing happened. */
  readonly canBeInVain?: true;
  /** Whether a success must name an ID: without one its outcome is unknown. */
  readonly needsID: boolean;
  /** Takes `$input` and, for a mutation that creates, `$key`. */
  // biome-ignore lint/suspicious/noExplicitAny: each document has its own types
  readonly document: TypedDocumentNode<any, any>;
  /** Input that succeeds on a new sandbox. */
  readonly input: object;
  /** The part of `input` that Beeper's body as a whole stands for. */
  readonly inputPath: readonly string[];
  /** A field of Beeper's body, and where it is in the input. */
  readonly issue: { readonly path: readonly (string | number)[]; readonly inputPath: readonly string[] };
  /** Input, valid or not. */
  readonly anyInput: fc.Arbitrary<unknown>;
  /** Input with a person's data in every place that takes some. */
  readonly personalInput: (person: Person) => object;
}

type Dialect = keyof typeof versionOf;

export interface Person {
  readonly accountID: string;
  readonly userID: string;
  readonly phoneNumber: string;
  readonly email: string;
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly messageText: string;
}

/** Everything that a typed error holds. */
export const AnyFailure = graphql(`
  fragment AnyFailure on BeeperError {
    code
    message
    remedy
    retryable
    requestID
    upstreamCode
    ... on BeeperInvalidInputError {
      issues {
        path
        message
        code
      }
    }
    ... on BeeperRateLimitedError {
      retryAfterSeconds
    }
    ... on BeeperUnavailableError {
      retryAfterSeconds
    }
    ... on BeeperUnsupportedError {
      requiredVersion
      actualVersion
    }
    ... on BeeperUpstreamError {
      httpStatus
    }
  }
`);

const CreateChatRow = graphql(`
  mutation CreateChatRow($input: CreateChatInput!, $key: String) {
    createChat(input: $input, idempotencyKey: $key) {
      __typename
      ...AnyFailure
      ... on CreateChatPayload {
        chatID
        replayed
        chat {
          id
          title
        }
        chatError {
          ...AnyFailure
        }
      }
    }
  }
`);

const StartChatRow = graphql(`
  mutation StartChatRow($input: StartChatInput!, $key: String) {
    startChat(input: $input, idempotencyKey: $key) {
      __typename
      ...AnyFailure
      ... on StartChatPayload {
        chatID
        replayed
        chat {
          id
          title
        }
        chatError {
          ...AnyFailure
        }
      }
    }
  }
`);

const SetChatArchivedRow = graphql(`
  mutation SetChatArchivedRow($input: SetChatArchivedInput!) {
    setChatArchived(input: $input) {
      __typename
      ...AnyFailure
      ... on SetChatArchivedPayload {
        chatID
        chat {
          id
          isArchived
        }
        chatError {
          ...AnyFailure
        }
      }
    }
  }
`);

const SendMessageRow = graphql(`
  mutation SendMessageRow($input: SendMessageInput!, $key: String) {
    sendMessage(input: $input, idempotencyKey: $key) {
      __typename
      ...AnyFailure
      ... on SendMessagePayload {
        chatID
        pendingMessageID
        replayed
        resolvedByLooking
        written: message {
          id
          text
        }
        messageError {
          ...AnyFailure
        }
        chat {
          id
          title
        }
        chatError {
          ...AnyFailure
        }
      }
    }
  }
`);

const EditMessageRow = graphql(`
  mutation EditMessageRow($input: EditMessageInput!) {
    editMessage(input: $input) {
      __typename
      ...AnyFailure
      ... on EditMessagePayload {
        chatID
        messageID
        confirmed
        changed: message {
          id
          plainText
        }
        messageError {
          ...AnyFailure
        }
      }
    }
  }
`);

const DeleteMessageRow = graphql(`
  mutation DeleteMessageRow($input: DeleteMessageInput!) {
    deleteMessage(input: $input) {
      __typename
      ...AnyFailure
      ... on DeleteMessagePayload {
        chatID
        messageID
        scope
        confirmed
      }
    }
  }
`);

const AddReactionRow = graphql(`
  mutation AddReactionRow($input: AddReactionInput!, $key: String) {
    addReaction(input: $input, idempotencyKey: $key) {
      __typename
      ...AnyFailure
      ... on AddReactionPayload {
        chatID
        messageID
        reactionKey
        replayed
        confirmed
        changed: message {
          id
        }
        messageError {
          ...AnyFailure
        }
      }
    }
  }
`);

const RemoveReactionRow = graphql(`
  mutation RemoveReactionRow($input: RemoveReactionInput!) {
    removeReaction(input: $input) {
      __typename
      ...AnyFailure
      ... on RemoveReactionPayload {
        chatID
        messageID
        reactionKey
        confirmed
        changed: message {
          id
        }
        messageError {
          ...AnyFailure
        }
      }
    }
  }
`);

/** A message of the sandbox that the caller sent. */
const ownMessage = { chatID: kishan.chatID, messageID: '1300003' };

/** Messages in a chat without limits, of which the caller sent every third. */
const inHistory = (number: number) => String(1_300_862 + 3 * number);
const editable = { chatID: seedChatIDs.longHistory, messageID: inHistory(0) };
const deletable = { chatID: seedChatIDs.longHistory, messageID: inHistory(1) };

const anyMessageID = fc.oneof(fc.constant(ownMessage.messageID), anyChatID);
const anyPlace = {
  chatID: mostly(fc.constant(seedChatIDs.longHistory)),
  messageID: mostly(fc.integer({ min: 2, max: 600 }).map(inHistory)),
};

const anyReactionKey = fc.oneof(
  { weight: 3, arbitrary: mostly(fc.constantFrom('👍', '❤️', '👍🏽')) },
  { weight: 1, arbitrary: text },
);
const reactionInput = someOf({ ...anyPlace, reactionKey: anyReactionKey }, [
  'chatID',
  'messageID',
  'reactionKey',
]);

const FocusAppRow = graphql(`
  mutation FocusAppRow($input: FocusAppInput!) {
    focusApp(input: $input) {
      __typename
      ...AnyFailure
      ... on FocusAppPayload {
        isFocused
      }
    }
  }
`);

const CreateUploadRow = graphql(`
  mutation CreateUploadRow($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ...AnyFailure
      ... on CreateUploadPayload {
        url
        expiresAt
        maxBytes
      }
    }
  }
`);

/** A mutation that changes the state of a chat, with all that its payload holds. */
function stateMutation(name: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return parse(`
    mutation ${type}Row($input: ${type}Input!) {
      ${name}(input: $input) {
        __typename
        ...AnyFailure
        ... on ${type}Payload { chatID confirmed chat { id title } chatError { ...AnyFailure } }
      }
    }
    ${anyFailure}
  `);
}

const anyFailure = print(AnyFailure);

interface StateRow {
  readonly route: SandboxRoute;
  /** Routes of older dialects. */
  readonly older?: MutationRow['routes'];
  /** Input besides the chat. */
  readonly input?: object;
  readonly anyInput?: Record<string, fc.Arbitrary<unknown>>;
  /** Input besides the chat that holds a person's data. */
  readonly personalInput?: (person: Person) => object;
  readonly more?: Partial<MutationRow>;
}

const stateRow = (
  name: string,
  { route, older = {}, input = {}, anyInput = {}, personalInput, more }: StateRow,
): MutationRow => ({
  ...more,
  isLikeOthers: true,
  effect: 'idempotent',
  needsID: false,
  routes: { ...older, split: route },
  document: stateMutation(name),
  input: { chatID: kishan.chatID, ...input },
  inputPath: ['input'],
  issue: { path: ['chatID'], inputPath: ['input', 'chatID'] },
  anyInput: someOf({ chatID: anyChatID, ...anyInput }, ['chatID', ...Object.keys(input)]),
  personalInput: (person: Person) => ({ ...input, chatID: person.userID, ...personalInput?.(person) }),
});

const patchRow = (name: string, row: Omit<StateRow, 'route'>) =>
  stateRow(name, { route: 'PATCH /v1/chats/{chatID}', ...row });

const flagRow = (name: string, flag: string) =>
  patchRow(name, { input: { [flag]: true }, anyInput: { [flag]: mostly(fc.boolean()) } });

const olderReminders = (method: 'POST' | 'DELETE') => {
  const route = `${method} /v1/chats/{chatID}/reminders` as const;
  return { route, older: { 'create-only': route, union: route }, more: { isAnswerEmpty: true } } as const;
};

/** Only iMessage has it. */
const iMessageChat = 'imsg##thread:31353535303130343030312e2e2e2e2e';

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString();

export const mutations = {
  createChat: {
    effect: 'creates',
    needsID: true,
    routes: { 'create-only': 'POST /v1/chats', union: 'POST /v1/chats', split: 'POST /v1/chats' },
    document: CreateChatRow,
    input: { single: { accountID: whatsapp, participantID: ada.id } },
    inputPath: ['input', 'single'],
    issue: { path: ['participantIDs', 0], inputPath: ['input', 'single', 'participantID'] },
    anyInput: createChatInput,
    personalInput: ({ accountID, userID, messageText, title }) => ({
      single: { accountID, participantID: userID, messageText, title },
    }),
  },
  startChat: {
    effect: 'creates',
    needsID: true,
    routes: { union: 'POST /v1/chats', split: 'POST /v1/chats/start' },
    document: StartChatRow,
    input: { accountID: whatsapp, user: { id: ada.id } },
    inputPath: ['input'],
    issue: { path: ['user', 'id'], inputPath: ['input', 'user', 'id'] },
    anyInput: startChatInput,
    personalInput: ({ accountID, phoneNumber, email, username, fullName, messageText }) => ({
      accountID,
      user: { contact: { phoneNumber, email, username, fullName } },
      messageText,
    }),
  },
  setChatArchived: {
    effect: 'idempotent',
    needsID: false,
    routes: {
      'create-only': 'POST /v1/chats/{chatID}/archive',
      union: 'POST /v1/chats/{chatID}/archive',
      split: 'PATCH /v1/chats/{chatID}',
    },
    document: SetChatArchivedRow,
    input: { chatID: kishan.chatID, isArchived: true },
    inputPath: ['input'],
    issue: { path: ['chatID'], inputPath: ['input', 'chatID'] },
    anyInput: someOf({ chatID: anyChatID, isArchived: mostly(fc.boolean()) }, ['chatID', 'isArchived']),
    personalInput: ({ userID }) => ({ chatID: userID, isArchived: true }),
  },
  sendMessage: {
    effect: 'creates',
    isLostOnError: true,
    reads: 2,
    needsID: true,
    routes: {
      'create-only': 'POST /v1/chats/{chatID}/messages',
      union: 'POST /v1/chats/{chatID}/messages',
      split: 'POST /v1/chats/{chatID}/messages',
    },
    document: SendMessageRow,
    input: { chatID: kishan.chatID, content: { text: 'See you at eight' } },
    inputPath: ['input'],
    issue: { path: ['text'], inputPath: ['input', 'content', 'text'] },
    anyInput: someOf(
      {
        chatID: anyChatID,
        content: mostly(fc.record({ text: fc.oneof(text, fc.constantFrom('Hello', '**Hi**', '👋')) })),
        replyToMessageID: fc.option(anyMessageID, { freq: 3 }),
      },
      ['chatID', 'content'],
    ),
    personalInput: ({ userID, messageText }) => ({ chatID: userID, content: { text: messageText } }),
  },
  editMessage: {
    effect: 'changes',
    needsID: false,
    routes: {
      'create-only': 'PUT /v1/chats/{chatID}/messages/{messageID}',
      union: 'PUT /v1/chats/{chatID}/messages/{messageID}',
      split: 'PUT /v1/chats/{chatID}/messages/{messageID}',
    },
    document: EditMessageRow,
    input: { ...editable, text: 'Hello' },
    inputPath: ['input'],
    issue: { path: ['text'], inputPath: ['input', 'text'] },
    anyInput: someOf({ ...anyPlace, text }, ['chatID', 'messageID', 'text']),
    reads: 1,
    personalInput: ({ userID, messageText }) => ({ chatID: userID, messageID: '1', text: messageText }),
  },
  deleteMessage: {
    effect: 'changes',
    needsID: false,
    routes: { split: 'DELETE /v1/chats/{chatID}/messages/{messageID}' },
    isAnswerEmpty: true,
    document: DeleteMessageRow,
    input: { ...deletable, scope: 'EVERYONE' },
    inputPath: ['input'],
    issue: { path: ['messageID'], inputPath: ['input', 'messageID'] },
    anyInput: someOf(
      {
        ...anyPlace,
        messageID: fc.oneof(anyPlace.messageID, anyPlace.messageID, text),
        scope: mostly(fc.constantFrom('EVERYONE', 'ME')),
      },
      ['chatID', 'messageID', 'scope'],
    ),
    personalInput: ({ userID }) => ({ chatID: userID, messageID: userID, scope: 'ME' }),
  },
  addReaction: {
    effect: 'creates',
    needsID: false,
    reads: 1,
    hasOwnRules: true,
    routes: {
      union: 'POST /v1/chats/{chatID}/messages/{messageID}/reactions',
      split: 'POST /v1/chats/{chatID}/messages/{messageID}/reactions',
    },
    document: AddReactionRow,
    input: { ...ownMessage, reactionKey: '👍' },
    inputPath: ['input'],
    issue: { path: ['reactionKey'], inputPath: ['input', 'reactionKey'] },
    anyInput: reactionInput,
    personalInput: ({ userID, messageText }) => ({
      chatID: userID,
      messageID: userID,
      reactionKey: messageText,
    }),
  },
  removeReaction: {
    effect: 'idempotent',
    needsID: false,
    reads: 1,
    hasOwnRules: true,
    routes: {
      union: 'DELETE /v1/chats/{chatID}/messages/{messageID}/reactions',
      split: 'DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}',
    },
    document: RemoveReactionRow,
    input: { ...ownMessage, reactionKey: '👍' },
    inputPath: ['input'],
    issue: { path: ['reactionKey'], inputPath: ['input', 'reactionKey'] },
    anyInput: reactionInput,
    personalInput: ({ userID, messageText }) => ({
      chatID: userID,
      messageID: userID,
      reactionKey: messageText,
    }),
  },
  setChatPinned: flagRow('setChatPinned', 'isPinned'),
  setChatMuted: flagRow('setChatMuted', 'isMuted'),
  setChatLowPriority: flagRow('setChatLowPriority', 'isLowPriority'),
  setChatTitle: patchRow('setChatTitle', {
    input: { title: 'Engines' },
    anyInput: { title: text },
    personalInput: ({ title }) => ({ title }),
  }),
  setChatDescription: patchRow('setChatDescription', {
    input: { description: 'All about engines' },
    anyInput: { description: text },
    personalInput: ({ messageText }) => ({ description: messageText }),
  }),
  setChatMessageExpiry: patchRow('setChatMessageExpiry', {
    input: { seconds: 86_400 },
    anyInput: { seconds: mostly(fc.integer()) },
  }),
  saveChatDraft: patchRow('saveChatDraft', {
    input: { text: 'A thought' },
    anyInput: { text, overwrite: mostly(fc.constantFrom(true, true, true, false)) },
    personalInput: ({ messageText }) => ({ text: messageText }),
    more: { writes: 2 },
  }),
  clearChatDraft: patchRow('clearChatDraft', {}),
  markChatRead: stateRow('markChatRead', {
    route: 'POST /v1/chats/{chatID}/read',
    anyInput: { upToMessageID: anyMessageID },
    personalInput: ({ userID }) => ({ upToMessageID: userID }),
  }),
  markChatUnread: stateRow('markChatUnread', {
    route: 'POST /v1/chats/{chatID}/unread',
    anyInput: { fromMessageID: anyMessageID },
    personalInput: ({ userID }) => ({ fromMessageID: userID }),
  }),
  setChatReminder: stateRow('setChatReminder', {
    ...olderReminders('POST'),
    input: { remindAt: tomorrow() },
    anyInput: {
      remindAt: mostly(
        fc
          .date({ min: new Date('2026-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      ),
    },
  }),
  clearChatReminder: stateRow('clearChatReminder', olderReminders('DELETE')),
  notifyAnyway: stateRow('notifyAnyway', {
    route: 'POST /v1/chats/{chatID}/notify-anyway',
    input: { chatID: iMessageChat },
    anyInput: { chatID: mostly(fc.constantFrom(iMessageChat, iMessageChat, kishan.chatID)) },
    more: { hasOwnRules: true },
  }),
  focusApp: {
    effect: 'idempotent',
    needsID: false,
    canBeInVain: true,
    routes: { 'create-only': 'POST /v1/focus', union: 'POST /v1/focus', split: 'POST /v1/focus' },
    document: FocusAppRow,
    input: { chatID: kishan.chatID, draftText: 'A thought' },
    inputPath: ['input'],
    issue: { path: ['draftText'], inputPath: ['input', 'draftText'] },
    anyInput: someOf({ chatID: anyChatID, messageID: anyMessageID, draftText: text }, []),
    personalInput: ({ userID, messageText }) => ({ chatID: userID, draftText: messageText }),
  },
  createUpload: {
    effect: 'idempotent',
    needsID: false,
    routes: {},
    document: CreateUploadRow,
    input: { fileName: 'harbour.jpg', mimeType: 'image/jpeg', sizeBytes: 482_133 },
    inputPath: ['input'],
    issue: { path: ['fileName'], inputPath: ['input', 'fileName'] },
    anyInput: someOf(
      {
        fileName: fc.oneof(text, fc.constantFrom('a.jpg', 'Ünïcödé 👋.png', '"; filename="x', '../../x')),
        mimeType: mostly(fc.constantFrom('image/jpeg', 'text/plain; charset="utf-8"', 'image', 'a/b/c', ';')),
        sizeBytes: mostly(fc.integer({ min: -1, max: 600_000_000 })),
      },
      ['fileName', 'sizeBytes'],
    ),
    personalInput: ({ messageText, fullName }) => ({
      fileName: `${messageText} ${fullName}`.replaceAll('\n', ' '),
      mimeType: 'image/jpeg',
      sizeBytes: 1,
    }),
  },
} satisfies Record<MutationName, MutationRow>;

/** Each mutation, once for each route that it has in some dialect. */
export const mutationsByRoute = () =>
  mutationsByDialect.filter(
    ({ name, route }, n) =>
      mutationsByDialect.findLastIndex((one) => one.name === name && one.route === route) === n,
  );

/** Each mutation in each dialect that supports it. */
export const mutationsByDialect = Object.entries<MutationRow>(mutations).flatMap(([name, row]) =>
  Object.entries(row.routes).map(([dialect, route]) => ({
    name,
    dialect: dialect as Dialect,
    route,
    ...row,
  })),
);

/** Those that make no call to Beeper. */
export const mutationsWithoutCall = Object.entries<MutationRow>(mutations)
  .filter(([, { routes }]) => Object.keys(routes).length === 0)
  .map(([name, row]) => ({ name, ...row }));
