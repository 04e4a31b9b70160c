import { useState } from 'react';
import { discard, type Outgoing, retry } from '../data/outbox.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LinkedText } from './LinkedText.tsx';
import { LookFirst } from './LookFirst.tsx';
import type { Message } from './MessageRow.tsx';
import { mayBeSent, outgoingWords } from './outgoingWords.ts';
import { useScope } from './scope.ts';
import { UploadProgress } from './UploadProgress.tsx';

/** A message on its way, as it will be. The message with its key takes its place. */
export function OutgoingRow({
  entry,
  messages,
  onReload,
}: {
  entry: Outgoing;
  /** Oldest first. */
  messages: readonly Message[];
  onReload: () => Promise<void>;
}) {
  const { write } = useScope();
  const [isLooking, setIsLooking] = useState(false);
  const { key, text, fileName, state, failure, retryAt } = entry;
  const giveBack = () => {
    discard(key);
    write(text);
  };
  return (
    <li
      className="message"
      data-row={key}
      data-own="true"
      data-starts="true"
      data-ends="true"
      data-state={state}
      tabIndex={-1}
    >
      <div className="message-body">
        <p className="visually-hidden">You</p>
        <div className="bubble">
          {fileName && <UploadProgress entry={entry} onCancel={giveBack} />}
          {text && <LinkedText text={text} />}
          <p className="message-meta">
            <span className="send-status" data-state={state === 'failed' ? 'failed' : 'sending'}>
              <Icon name={state === 'failed' ? 'alert' : 'clock'} size="small" /> {outgoingWords(entry)}
            </span>
          </p>
        </div>
        {state === 'waiting' && !failure && (
          <button type="button" className="button" data-kind="quiet" onClick={giveBack}>
            {mayBeSent(entry) ? 'Stop trying: it may have been sent' : 'Take back'}
          </button>
        )}
        {failure && (
          <div className="message-failure">
            <FailureNotice
              failure={failure}
              retryAt={retryAt}
              onRetry={() => retry(key)}
              onLook={mayBeSent(entry) ? () => setIsLooking(true) : undefined}
            />
            {failure.code === 'FILE_LOST' && <ChooseAgain onFile={(file) => retry(key, file)} />}
            <button type="button" className="button" data-kind="quiet" onClick={giveBack}>
              {text ? 'Discard and edit the text' : 'Discard'}
            </button>
          </div>
        )}
        {isLooking && (
          <LookFirst
            entry={entry}
            messages={messages}
            onReload={onReload}
            onClose={() => setIsLooking(false)}
          />
        )}
      </div>
    </li>
  );
}

/** Files do not survive a reload. */
function ChooseAgain({ onFile }: { onFile: (file: File) => void }) {
  return (
    <label className="field">
      Choose the file again
      <input
        type="file"
        className="input"
        onChange={({ target: { files } }) => {
          if (files?.[0]) onFile(files[0]);
        }}
      />
    </label>
  );
}
