import type { Message, WorldChat } from './model.ts';

/** Where a person can react once, a reaction replaces the one before, and its ID is that of the person. */
export function addReaction(
  chat: WorldChat,
  message: Message,
  participantID: string,
  reactionKey: string,
): void {
  const isSingle = chat.capabilities?.reactionCount === 1;
  const others = (message.reactions ?? []).filter(
    (one) => one.participantID !== participantID || !(isSingle || isSameKey(one.reactionKey, reactionKey)),
  );
  const id = isSingle ? participantID : participantID + reactionKey;
  const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(reactionKey);
  message.reactions = [...others, { id, reactionKey, participantID, emoji }];
}

/** Does nothing if there is no such reaction. */
export function removeReaction(message: Message, participantID: string, reactionKey: string): void {
  if (!message.reactions) return;
  message.reactions = message.reactions.filter(
    (one) => one.participantID !== participantID || !isSameKey(one.reactionKey, reactionKey),
  );
}

/** Variation selector 16 asks for the colored form of an emoji. Networks differ in whether they send it. */
export function isSameKey(a: string, b: string): boolean {
  return a.replaceAll('\uFE0F', '') === b.replaceAll('\uFE0F', '');
}
