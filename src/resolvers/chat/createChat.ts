import * as api from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey, Written } from '../../writes/pipeline.ts';
import { firstMessage, type WithFirstMessage } from './firstMessage.ts';

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

export type NewChat = Written<api.CreatedChat> & WithFirstMessage;

/** Creates a chat with exactly the people named. */
export async function createChat(
  input: CreateChatInput,
  key: IdempotencyKey,
  context: Context,
): Promise<NewChat> {
  const created = await context.beeper.write(
    { operation: 'createChat', inputPaths: () => toInputPaths(input), ...api.createChat(toBody(input)) },
    key,
  );
  const { messageText } = input.single ?? input.group;
  // Beeper sends no status here, because the chat is always new; another server may find one.
  const isNew = created.status !== 'existing';
  return { firstMessage: () => firstMessage(messageText, { isNew, ...created }, context), ...created };
}

function toBody({ single, group }: CreateChatInput): api.CreateChatBody {
  const { accountID, messageText, title } = single ?? group;
  return {
    accountID,
    participantIDs: single ? [single.participantID] : group.participantIDs,
    type: single ? 'single' : 'group',
    messageText: messageText ?? undefined,
    title: title ?? undefined,
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
