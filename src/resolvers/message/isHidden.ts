import { isReactionRow, type Message } from '../../beeper/messages/wire.ts';

/** @returns whether the message is not meant to be displayed; null where Beeper does not say. */
export const isHidden = (message: Message): boolean | null => isReactionRow(message) || message.isHidden;
