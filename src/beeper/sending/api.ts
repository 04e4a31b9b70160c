import { chatPath } from '../chats/api.ts';
import { ifSupported } from '../features.ts';
import { object } from '../objectReader.ts';
import type { Request, WriteEndpoint } from '../operation.ts';
import { decoder, map, type ReadBy, unreadable } from '../reader.ts';
import { flag, key } from '../values.ts';

/** What Beeper accepted. A replay reads what the store kept, which knows whether it was found by looking. */
const sentMessage = map(
  object({ chatID: key, pendingMessageID: key, resolvedByLooking: flag }),
  ({ chatID, pendingMessageID, resolvedByLooking }) =>
    chatID === null || pendingMessageID === null
      ? unreadable
      : { chatID, pendingMessageID, resolvedByLooking: resolvedByLooking === true },
);

export type SentMessage = ReadBy<typeof sentMessage>;

export interface AttachmentBody {
  readonly uploadID: string;
  readonly type?: 'image' | 'video' | 'audio' | 'file' | 'gif' | 'voice-note' | 'sticker' | undefined;
  readonly fileName?: string | undefined;
  readonly mimeType?: string | undefined;
  /** In seconds. */
  readonly duration?: number | undefined;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

export interface MessageBody {
  readonly text?: string | undefined;
  readonly replyToMessageID?: string | undefined;
  readonly attachment?: AttachmentBody | undefined;
}

/** `POST /v1/chats/{chatID}/messages`. A merged chat passes it on to one of its chats, which `chatID` names then. */
export function sendMessage(chatID: string, body: MessageBody): WriteEndpoint<SentMessage, 'creates'> {
  const request: Request = { method: 'POST', path: chatPath(chatID, 'messages'), body };
  return {
    effect: 'creates',
    isLostOnError: true,
    sends: { chatID, ...body },
    // Apps that do not know attachments would send the caption alone.
    request: body.attachment ? ifSupported('uploads', 'Sending a file', request) : request,
    result: decoder(sentMessage),
    remedies: {
      unknown:
        'Look into the chat before you send it again: it would be sent twice. With an `idempotencyKey`, the gateway looks for it.',
      forbidden: 'Check that the token has the "write" scope, and that you may write in this chat.',
      notFound:
        'Check the chat ID and, if you reply, the ID of that message. IDs are opaque and differ between Beeper installations.',
      conflict:
        'Nothing was sent. Read the chat again, then send the message again. If the error persists, check the account.',
    },
  };
}
