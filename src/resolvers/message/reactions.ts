import * as api from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey } from '../../writes/pipeline.ts';
import { type ChangedMessage, changedMessage, changedMessagePaths } from './changeMessage.ts';

export interface ReactionInput extends api.MessagePlace {
  readonly reactionKey: string;
}

export interface ChangedReaction extends ChangedMessage {
  readonly reactionKey: string;
}

export interface AddedReaction extends ChangedReaction {
  readonly replayed: boolean;
}

/** Adds the caller's reaction to a message. */
export async function addReaction(
  { chatID, messageID, reactionKey }: ReactionInput,
  key: IdempotencyKey,
  context: Context,
): Promise<AddedReaction> {
  const place = { chatID, messageID };
  const added = await context.beeper.write(
    {
      operation: 'addReaction',
      inputPaths: changedMessagePaths,
      ...api.addReaction(place, reactionKey, key ?? undefined),
    },
    key,
  );
  const shows = (message: Message) => hasOwnReaction(message, reactionKey);
  return { reactionKey, replayed: added.replayed, ...changedMessage(place, added, shows, context) };
}

/** Removes the caller's reaction from a message. */
export async function removeReaction(
  { chatID, messageID, reactionKey }: ReactionInput,
  context: Context,
): Promise<ChangedReaction> {
  const place = { chatID, messageID };
  const removed = await context.beeper.write({
    operation: 'removeReaction',
    inputPaths: changedMessagePaths,
    ...api.removeReaction(place, reactionKey),
  });
  const shows = (message: Message) => {
    const isThere = hasOwnReaction(message, reactionKey);
    return isThere === null ? null : !isThere;
  };
  return { reactionKey, ...changedMessage(place, removed, shows, context) };
}

/**
 * @returns null where the message has such a reaction and does not tell whose: only the sender of a message is known to be
 * the caller or not.
 */
export function hasOwnReaction(message: Message, reactionKey: string): boolean | null {
  const { reactions, isSender, senderID } = message;
  const same = (reactions ?? []).filter((one) => isSameKey(one.reactionKey, reactionKey));
  if (senderID === null || isSender === null) return same.length === 0 ? false : null;
  if (isSender) return same.some(({ participantID }) => participantID === senderID);
  return same.every(({ participantID }) => participantID === senderID) ? false : null;
}

/** Variation selector 16 asks for the colored form of an emoji. Networks differ in whether they send it. */
const isSameKey = (one: string, other: string): boolean => withoutVariation(one) === withoutVariation(other);
const withoutVariation = (key: string): string => key.replaceAll('\uFE0F', '');
