import { useEffect, useState } from 'react';
import { discard, type Outgoing, send } from '../data/outbox.ts';
import type { FailureData } from '../failures/Failure.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { failureOfError } from '../failures/NoAnswer.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Spinner } from '../ui/Loading.tsx';
import { Time } from '../ui/Time.tsx';
import type { Message } from './MessageRow.tsx';
import { summaryOf } from './Quote.tsx';

/** Before a message that may be there is sent again, a person looks. */
export function LookFirst({
  entry,
  messages,
  onReload,
  onClose,
}: {
  entry: Outgoing;
  /** Oldest first. */
  messages: readonly Message[];
  onReload: () => Promise<void>;
  onClose: () => void;
}) {
  const [state, setState] = useState<'reading' | 'read' | FailureData>('reading');
  const read = () => {
    setState('reading');
    onReload().then(
      () => setState('read'),
      (error) => setState(failureOfError(error)),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(read, []);
  const own = messages
    .filter(({ isSender, isDeleted }) => isSender && !isDeleted)
    .slice(-5)
    .toReversed();
  const { key, chatID, text, replyToMessageID, fileName, failure } = entry;
  // Those that read the same, as the gateway found them, or as they are by now.
  const candidates =
    failure?.__typename === 'BeeperOutcomeUnknownError'
      ? (failure.candidates?.map(({ id }) => id) ?? [])
      : [];
  const isAlike = ({ id, plainText }: Message) => candidates.includes(id) || plainText === text;
  const isFound = own.some(isAlike);
  const settle = (again: boolean) => {
    discard(key);
    if (again) send({ chatID, text, replyToMessageID });
    onClose();
  };
  return (
    <Dialog title="Is it there?" onClose={onClose}>
      <div className="look-first">
        <p>
          It is not known whether this was sent: <q>{text || fileName}</q>
        </p>
        {state === 'reading' ? (
          <Spinner label="Reading the chat again" />
        ) : state === 'read' ? (
          <>
            <h3>{own.length ? 'Your newest messages in this chat' : 'You have no messages in this chat.'}</h3>
            <ul>
              {own.map((message) => (
                <li key={message.id} data-same={isAlike(message)}>
                  <span>{summaryOf(message)}</span>
                  {message.timestamp && <Time at={message.timestamp} format="relative" />}
                </li>
              ))}
            </ul>
            <div className="look-first-actions">
              <button
                type="button"
                className="button"
                data-kind={isFound ? 'primary' : undefined}
                onClick={() => settle(false)}
              >
                It is there: remove this copy
              </button>
              {!fileName && (
                <button
                  type="button"
                  className="button"
                  data-kind={isFound ? undefined : 'primary'}
                  onClick={() => settle(true)}
                >
                  It is not there: send it again
                </button>
              )}
            </div>
          </>
        ) : (
          <FailureNotice failure={state} onRetry={read} />
        )}
      </div>
    </Dialog>
  );
}
