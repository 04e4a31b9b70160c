import type { ToInputPath } from '../../beeper/client.ts';
import type { CreateChatBody } from '../../beeper/types.ts';
import type { Context } from '../../context.ts';
import type { WrittenChat } from '../../writes/idempotency.ts';

interface SingleInput {
  accountID: string;
  participantID: string;
  messageText?: string | null | undefined;
  title?: string | null | undefined;
}

interface GroupInput extends Omit<SingleInput, 'participantID'> {
  participantIDs: string[];
}

/** Exactly one of the two, as `@oneOf` has made sure. */
export type CreateChatInput = { single: SingleInput; group?: never } | { group: GroupInput; single?: never };

/**
 * Creates a chat with exactly the people named.
 * @param key the caller's idempotency key.
 * @throws {Failure} for everything that can be expected to go wrong; never asks Beeper twice.
 */
export function createChat(
  input: CreateChatInput,
  key: string | null | undefined,
  { beeper, writes }: Context,
): Promise<WrittenChat> {
  const body = toBody(input);
  return writes.perform({
    key,
    intent: ['createChat', body],
    work: () => beeper.createChat(body, { toInputPath: toInputPath(input), detached: key != null }),
  });
}

function toBody({ single, group }: CreateChatInput): CreateChatBody {
  const { accountID, messageText, title } = single ?? group;
  return {
    accountID,
    participantIDs: single ? [single.participantID] : group.participantIDs,
    type: single ? 'single' : 'group',
    ...(messageText != null && { messageText }),
    ...(title != null && { title }),
  };
}

/** Beeper's `["body", "participantIDs", 0]` is the caller's `["input", "single", "participantID"]`. */
const toInputPath =
  ({ single }: CreateChatInput): ToInputPath =>
  (path) => {
    const [field, ...rest] = path.map(String).filter((step, place) => place > 0 || step !== 'body');
    const member = ['input', single ? 'single' : 'group'];
    switch (field) {
      case 'participantIDs':
        return single ? [...member, 'participantID'] : [...member, field, ...rest];
      case 'accountID':
      case 'messageText':
      case 'title':
        return [...member, field];
      default:
        return member;
    }
  };
