import { print } from 'graphql';
import { useId, useState } from 'react';
import { newKey } from '../data/keys.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { hashOf } from '../ui/route.ts';
import type { Trial } from './playground.ts';
import { runTrial, sendInputOf, startInputOf, type TrialResult, TrySend, TryStart } from './runTrial.ts';
import { whatToDo } from './whatToDo.ts';

/** One trial: a click runs it, and its result stands below. */
export function TrialRow({ trial, isDisabled }: { trial: Trial; isDisabled: boolean }) {
  /** The last result, and the key that it came with. */
  const [last, setLast] = useState<{ key: string; result: TrialResult } | null>(null);
  const [isRunning, setRunning] = useState(false);
  const id = useId();
  const run = async (key: string) => {
    if (isRunning) return;
    setRunning(true);
    setLast({ key, result: await runTrial(trial, key) });
    setRunning(false);
  };
  return (
    <li className="trial" tabIndex={-1}>
      <div className="trial-head">
        <span>
          <code id={id}>{trial.name}</code>
          <small>{trial.what}</small>
        </span>
        <button
          type="button"
          className="button"
          aria-describedby={id}
          disabled={isDisabled}
          aria-disabled={isRunning}
          // A new intention has a new key; only a repeat has the same.
          onClick={() => void run(newKey())}
        >
          {isRunning ? 'Running…' : 'Run'}
        </button>
      </div>
      {last && (
        <Result
          trial={trial}
          result={last.result}
          idempotencyKey={last.key}
          onRetry={isRunning ? undefined : () => void run(last.key)}
        />
      )}
    </li>
  );
}

function Result({
  trial,
  result,
  idempotencyKey,
  onRetry,
}: {
  trial: Trial;
  result: TrialResult;
  idempotencyKey: string;
  onRetry: (() => void) | undefined;
}) {
  const { failure } = result;
  const [mutation, input] =
    trial.mutation === 'startChat'
      ? [print(TryStart), startInputOf(trial)]
      : [print(TrySend), sendInputOf(trial)];
  /** Where to look whether it was done: in the chat, or for a new one in the inbox. */
  const lookAt =
    trial.mutation === 'startChat'
      ? hashOf({ page: 'inbox' })
      : hashOf({ page: 'chat', chatID: String(sendInputOf(trial).chatID) });
  const variables = JSON.stringify({ input, key: idempotencyKey }, null, 2);
  return (
    <div className="trial-result">
      {'done' in result && (
        <p className="notice" role="status">
          <span>{result.done}</span>
          <a href={hashOf({ page: 'chat', chatID: result.chatID })}>Open the chat</a>
        </p>
      )}
      {failure && (
        <>
          <FailureNotice
            failure={failure}
            isForDevelopers
            onRetry={onRetry}
            onLook={() => location.assign(lookAt)}
            isDone={'done' in result}
          />
          <dl className="trial-facts">
            <dt>Type</dt>
            <dd>
              <code>{failure.__typename}</code>
            </dd>
            <dt>Retryable</dt>
            <dd>{failure.retryable ? 'yes' : 'no'}</dd>
            <dt>Request ID</dt>
            <dd>
              <code>{failure.requestID}</code>
            </dd>
            <dt>What a page does</dt>
            <dd>
              {'done' in result
                ? 'Continue with the ID. It was done, so do not send it again.'
                : withCode(whatToDo(failure.__typename))}
            </dd>
          </dl>
        </>
      )}
      <details>
        <summary>Code</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
        <pre tabIndex={0}>{variables}</pre>
        <div className="trial-copy">
          <CopyButton text={variables} label="Copy variables" />
          <CopyButton text={mutation} label="Copy mutation" />
        </div>
      </details>
    </div>
  );
}

/** Text between backticks as code. */
function withCode(text: string) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts keep their places.
  return text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
}
