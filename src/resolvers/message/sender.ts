import type { User } from '../../beeper/users/wire.ts';
import type { MessageInChat } from './connectMessages.ts';

/**
 * @returns the participant who sent the message, or in a large group, whose participants are truncated, what the
 * message itself holds. Makes no upstream call.
 */
export function sender({ chat, senderID, senderName, isSender }: MessageInChat): User | null {
  if (senderID === null) return null;
  return (
    chat.participants?.items.find(({ id }) => id === senderID) ?? {
      id: senderID,
      username: null,
      phoneNumber: null,
      email: null,
      fullName: senderName,
      imgURL: null,
      cannotMessage: null,
      isSelf: isSender,
    }
  );
}
