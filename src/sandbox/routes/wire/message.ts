import { atLeast, sinceVersion } from '../../server/version.ts';
import type { Attachment, Message } from '../../world/model.ts';

/**
 * Returns the message as an app of this version sends it. Before 4.2.808, messages had the fields that the official
 * SDK 4.2.3 declares: no type, reply, mentions, links, receipts or send status. Attachments had no ID or transcription.
 */
export function toWireMessage(message: Message, appVersion: string): object {
  if (atLeast(appVersion, sinceVersion.split)) return message;
  const { id, chatID, accountID, senderID, senderName, timestamp, sortKey, text } = message;
  const { isSender, isUnread, attachments, reactions } = message;
  return {
    id,
    chatID,
    accountID,
    senderID,
    senderName,
    timestamp,
    sortKey,
    text,
    isSender,
    isUnread,
    reactions,
    ...(attachments && { attachments: attachments.map(toOlderAttachment) }),
  };
}

function toOlderAttachment({ id: _, transcription: __, ...rest }: Attachment): object {
  return rest;
}
