import * as api from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey, Written } from '../../writes/pipeline.ts';

interface SingleInput {
  accountID: string;
  participantID: string;
  messageText?: string | null | undefined;
  title?: string | null | undefined;
}

interface GroupInput extends Omit<SingleInput, 'participantID'> {
  participantIDs: string[];
}

/** Exactly one of the two: `@oneOf` is checked by graphql. */
export type CreateChatInput = { single: SingleInput; group?: never } | { group: GroupInput; single?: never };

/** Creates a chat with exactly the people named. */
export function createChat(
  input: CreateChatInput,
  key: IdempotencyKey,
  { beeper }: Context,
): Promise<Written<api.CreatedChat>> {
  return beeper.write(
    { ...api.createChat(toBody(input)), operation: 'createChat', inputPaths: toInputPaths(input) },
    key,
  );
}

function toBody({ single, group }: CreateChatInput): api.CreateChatBody {
  const { accountID, messageText, title } = single ?? group;
  return {
    accountID,
    participantIDs: single ? [single.participantID] : group.participantIDs,
    type: single ? 'single' : 'group',
    ...(messageText != null && { messageText }),
    ...(title != null && { title }),
  };
}

function toInputPaths({ single }: CreateChatInput) {
  const member = ['input', single ? 'single' : 'group'];
  return {
    '': member,
    accountID: [...member, 'accountID'],
    messageText: [...member, 'messageText'],
    title: [...member, 'title'],
    ...(single
      ? { participantIDs: [...member, 'participantID'], 'participantIDs.0': [...member, 'participantID'] }
      : { participantIDs: [...member, 'participantIDs'] }),
  };
}
