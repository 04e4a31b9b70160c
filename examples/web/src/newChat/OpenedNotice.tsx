import { FailureDetails } from '../failures/FailureDetails.tsx';
import type { Opened } from './openChat.ts';

interface Notice {
  readonly title: string;
  readonly text: string;
  /** Whether the first message certainly did not arrive, so that it can be sent. */
  readonly isUnsent: boolean;
}

/** @returns what the person has to read before the chat opens. Null if everything was done. */
export function noticeOf({ firstMessage }: Opened): Notice | null {
  switch (firstMessage) {
    case 'NOT_REQUESTED':
    case 'SENT':
      return null;
    case 'NOT_SENT_CHAT_EXISTED':
      return {
        title: 'You already have this chat',
        text: 'Beeper sends a first message only with a new chat, so yours was not sent.',
        isUnsent: true,
      };
    case 'FAILED':
      return {
        title: 'The chat is there, but the message failed',
        text: 'Beeper reports that sending the first message failed.',
        isUnsent: true,
      };
    case 'UNKNOWN':
      return {
        title: 'The message may have been sent',
        text: 'Beeper does not say whether it was. Check the chat before you send it again.',
        isUnsent: false,
      };
    default:
      return {
        title: 'The message may have been sent',
        text: `Beeper says ${firstMessage satisfies never}. Check the chat before you send it again.`,
        isUnsent: false,
      };
  }
}

/** Says what became of a new chat, with the first message if it did not arrive. */
export function OpenedNotice({
  opened,
  messageText,
  onSend,
  onOpen,
}: {
  opened: Opened;
  messageText: string;
  onSend: () => void;
  onOpen: () => void;
}) {
  const notice = noticeOf(opened);
  const isSomebodyElse = opened.personConfirmed === false;
  const canSend = notice?.isUnsent === true && !isSomebodyElse;
  return (
    <div className="opened">
      {isSomebodyElse && (
        <div className="notice" data-kind="danger" role="alert">
          <strong>This is somebody else’s chat</strong>
          <p>The person you chose is not in the chat that the server found. Do not write in it.</p>
        </div>
      )}
      {notice && (
        <div className="notice" data-kind="warning" role="alert">
          <strong>{notice.title}</strong>
          <p>{notice.text}</p>
          <blockquote>{messageText}</blockquote>
        </div>
      )}
      {opened.chatError && (
        <div className="notice">
          <p>The chat is there, but it could not be read yet.</p>
          <FailureDetails failure={opened.chatError} />
        </div>
      )}
      <div className="new-chat-actions">
        <button
          type="button"
          className="button"
          data-kind={canSend ? undefined : 'primary'}
          // biome-ignore lint/a11y/noAutofocus: what had the focus is gone.
          autoFocus={!canSend}
          onClick={onOpen}
        >
          {canSend ? 'Open the chat without it' : 'Open the chat'}
        </button>
        {canSend && (
          <button
            type="button"
            className="button"
            data-kind="primary"
            // biome-ignore lint/a11y/noAutofocus: as above.
            autoFocus
            onClick={onSend}
          >
            Send it now
          </button>
        )}
      </div>
    </div>
  );
}
