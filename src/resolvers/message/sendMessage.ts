import { sendMessage as endpoint, type MessageBody, type SentMessage } from '../../beeper/sending/api.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey, Written } from '../../writes/pipeline.ts';
import { type AttachmentInput, attachmentBody, attachmentPaths } from './attachmentBody.ts';
import { lookForMessage } from './lookForMessage.ts';
import { requireSendable } from './requireSendable.ts';
import type { WrittenMessage } from './writtenMessage.ts';

interface FileInput extends AttachmentInput {
  readonly caption?: string | null | undefined;
}

export interface SendMessageInput {
  readonly chatID: string;
  /** Exactly one of the two: `@oneOf` is checked by graphql. */
  readonly content:
    | { readonly text: string; readonly attachment?: never }
    | { readonly attachment: FileInput; readonly text?: never };
  readonly replyToMessageID?: string | null | undefined;
}

export type MessageSent = Written<SentMessage> & Omit<WrittenMessage, 'onRead'>;

/**
 * Sends a message. With a key it is sent once, and an outcome that is unknown is looked for.
 * @throws {Failure} as `RunWrite`, or where a chat that was read in this request does not take the message.
 */
export async function sendMessage(
  input: SendMessageInput,
  key: IdempotencyKey,
  context: Context,
): Promise<MessageSent> {
  const { chatID, content, replyToMessageID = null } = input;
  const text = content.text ?? content.attachment?.caption ?? null;
  // Events of the message follow its answer, by which the caller knows it. Other mutations change what already has its ID.
  const release = context.live.holdEchoes();
  try {
    const sent = await context.beeper.write(
      {
        operation: 'sendMessage',
        check: () => requireSendable(input, context),
        inputPaths: () => toInputPaths(input),
        ...endpoint(chatID, toBody(input)),
      },
      key,
      key == null
        ? undefined
        : lookForMessage(
            { chatID, text, hasFile: content.attachment !== undefined, replyToMessageID },
            context,
          ),
    );
    return { messageID: sent.pendingMessageID, knownKey: key ?? null, ...sent, answer: null };
  } finally {
    release();
  }
}

/** A caption is sent together with its file. */
function toBody({ content, replyToMessageID }: SendMessageInput): MessageBody {
  const { text, attachment } = content;
  return {
    text: text ?? attachment?.caption ?? undefined,
    replyToMessageID: replyToMessageID ?? undefined,
    attachment: attachment && attachmentBody(attachment),
  };
}

function toInputPaths({ content }: SendMessageInput) {
  const file = ['input', 'content', 'attachment'];
  return {
    chatID: ['input', 'chatID'],
    replyToMessageID: ['input', 'replyToMessageID'],
    text: content.attachment ? [...file, 'caption'] : ['input', 'content', 'text'],
    ...attachmentPaths('attachment', file),
  };
}
