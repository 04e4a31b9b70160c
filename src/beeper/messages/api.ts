import { NotFoundFailure, UnsupportedFailure } from '../../failures.ts';
import { chatPath } from '../chats/api.ts';
import type { BeeperClient } from '../client.ts';
import { emptyOrObject } from '../emptyOrObject.ts';
import { firstVersionWith, ifSupported, supports, unknownForm } from '../features.ts';
import { type PageRequest, pageQuery, withQuery } from '../lists.ts';
import type { Read, Remedies, WriteEndpoint } from '../operation.ts';
import type { Page } from '../page.ts';
import { decoder, map, type ReadBy } from '../reader.ts';
import type { ServerInfo } from '../serverInfo.ts';
import { key } from '../values.ts';
import { decodeMessage, decodeMessages, type Message } from './wire.ts';

/** Where a message is. */
export interface MessagePlace {
  readonly chatID: string;
  readonly messageID: string;
}

/** @returns the path of a message, or of what is below it. */
const messagePath = ({ chatID, messageID }: MessagePlace, ...below: readonly string[]): string =>
  chatPath(chatID, 'messages', encodeURIComponent(messageID), ...below);

/** `GET /v1/chats/{chatID}/messages`: newest first; Beeper decides the length of a page, about 20. */
export const listMessages = (chatID: string, page: PageRequest): Read<Page<Message>> => ({
  operation: 'messages',
  path: withQuery(chatPath(chatID, 'messages'), pageQuery(page)),
  decode: decodeMessages,
});

/**
 * `GET /v1/chats/{chatID}/messages/{messageID}` from 4.2.808 on: null where Beeper knows no such message. Takes a pending
 * ID, too.
 */
export const getMessage = (chatID: string, id: string): Read<Message | null> => ({
  operation: 'message',
  path: messagePath({ chatID, messageID: id }),
  decode: decodeMessage,
  ifNotFound: null,
});

/**
 * Reads one message. A server without a route for it is asked for the newest messages of the chat.
 * @param messageID can be a pending ID.
 * @returns null where Beeper knows no such message, or where it is not among the newest on a server without the route.
 */
export async function findMessage(
  { chatID, messageID }: MessagePlace,
  { read }: Pick<BeeperClient, 'read'>,
  serverInfo: ServerInfo,
): Promise<Message | null> {
  // Only asked so that `known` can tell.
  await serverInfo.dialect();
  const inNewest = async () => {
    try {
      const { items } = await read(listMessages(chatID, { cursor: null, direction: 'before' }));
      return items.find(({ id }) => id === messageID) ?? null;
    } catch (failure) {
      // The chat is gone, and its messages with it.
      if (failure instanceof NotFoundFailure) return null;
      throw failure;
    }
  };
  if (supports('singleMessages', serverInfo.known()) === false) return inNewest();
  try {
    return await read(getMessage(chatID, messageID));
  } catch (failure) {
    if (failure instanceof UnsupportedFailure) return inNewest();
    throw failure;
  }
}

/** The answer names the message as `messageID`, or is the message. Some servers answer with nothing. */
const changedMessage = map(emptyOrObject, (answer) => ({
  chatID: key(answer?.chatID),
  messageID: key(answer?.messageID) ?? key(answer?.id),
}));

/** The IDs are null where the answer does not have them. */
export type ChangedMessage = ReadBy<typeof changedMessage>;

const remedies: Remedies = {
  unknown: 'Read the message to see whether it was done before you try again.',
  forbidden: 'Check that the token has the "write" scope, and that the network allows this for the message.',
  notFound: 'Check the chat ID and the message ID. IDs are opaque and differ between Beeper installations.',
  conflict:
    'Read the message and its chat again: it may not be sent yet, may be too old, or may be gone. If it is none of these, check the account.',
};

/** `PUT /v1/chats/{chatID}/messages/{messageID}` from 4.2.499 on. Before 4.2.808 the answer holds only IDs. */
export const editMessage = (place: MessagePlace, text: string): WriteEndpoint<ChangedMessage, 'changes'> => ({
  effect: 'changes',
  sends: { ...place, text },
  request: ifSupported('editMessage', 'Editing a message', {
    method: 'PUT',
    path: messagePath(place),
    body: { text },
  }),
  result: decoder(changedMessage),
  remedies,
});

/** `DELETE /v1/chats/{chatID}/messages/{messageID}` from 4.2.808 on. Without `forEveryone`, Beeper takes it for true. */
export const deleteMessage = (
  place: MessagePlace,
  forEveryone: boolean,
): WriteEndpoint<ChangedMessage, 'changes'> => ({
  effect: 'changes',
  sends: { ...place, forEveryone },
  request: ifSupported('singleMessages', 'Deleting a message', {
    method: 'DELETE',
    path: withQuery(messagePath(place), { forEveryone }),
  }),
  result: decoder(changedMessage),
  remedies: {
    ...remedies,
    unknown: 'Read the message to see whether it still exists before you try again.',
  },
});

/**
 * `POST /v1/chats/{chatID}/messages/{messageID}/reactions` from 4.2.557 on. The answer says that the reaction is queued.
 * @param transactionID Beeper adds one reaction for it.
 */
export const addReaction = (
  place: MessagePlace,
  reactionKey: string,
  transactionID: string | undefined,
): WriteEndpoint<ChangedMessage, 'creates'> => ({
  effect: 'creates',
  sends: { ...place, reactionKey },
  request: ifSupported('reactions', 'Reacting to a message', {
    method: 'POST',
    path: messagePath(place, 'reactions'),
    body: { reactionKey, transactionID },
  }),
  result: decoder(changedMessage),
  remedies: {
    ...remedies,
    unknown: 'Read the reactions of the message to see whether it was done before you try again.',
  },
});

/**
 * `DELETE …/reactions/{reactionKey}`, before 4.2.808 `DELETE …/reactions?reactionKey=`, from 4.2.557 on. Succeeds where
 * there is no such reaction.
 * @param reactionKey not `.` or `..`, which no encoding keeps from changing the path.
 */
export const removeReaction = (
  place: MessagePlace,
  reactionKey: string,
): WriteEndpoint<ChangedMessage, 'idempotent'> => ({
  effect: 'idempotent',
  sends: { ...place, reactionKey },
  request(dialect) {
    const path = messagePath(place, 'reactions');
    switch (dialect) {
      case 'split':
        return {
          method: 'DELETE',
          path: `${path}/${encodeURIComponent(reactionKey)}`,
          since: firstVersionWith.singleMessages,
        };
      case 'union':
        return {
          method: 'DELETE',
          path: withQuery(path, { reactionKey }),
          since: firstVersionWith.reactions,
        };
      case 'create-only':
        return {
          unsupported: 'Removing a reaction needs a newer version of Beeper’s API.',
          since: firstVersionWith.reactions,
        };
      case null:
        return unknownForm('the way it removes reactions');
    }
  },
  result: decoder(changedMessage),
  remedies: {
    ...remedies,
    unknown: 'Send the request again: removing a reaction twice has the same effect as removing it once.',
  },
});
