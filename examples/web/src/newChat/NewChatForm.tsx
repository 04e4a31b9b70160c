import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { adviceOf } from '../failures/Failure.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import { AccountField } from './AccountField.tsx';
import { issuesByField } from './issues.ts';
import { PeopleField } from './PeopleField.tsx';
import { type OpenedChat, useNewChat } from './useNewChat.ts';
import '../styles/newChat.css';

/** Asks for an account, people and a first message, and starts the chat. */
export function NewChatForm({
  onOpened,
  onLook,
}: {
  onOpened: (result: OpenedChat) => void;
  /** Closes the dialog, to look for a chat that may be there. */
  onLook: () => void;
}) {
  const { accounts, account, bridge, draft, edit, problems, failure, isSending, start, renewKey } =
    useNewChat(onOpened);
  const [attempts, setAttempts] = useState(0);
  const [accountChanges, setAccountChanges] = useState(0);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const failed = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus(), []);
  // The field with the problem: its description is read with it. A failure of no field is an alert.
  useEffect(() => {
    if (attempts === 0 || isSending) return;
    failed.current?.scrollIntoView({ block: 'nearest' });
    // After the notice, because it is what the person uses next.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, isSending]);
  const { fields, others } = issuesByField(failure);
  const isGroup = draft.people.length > 1 && bridge?.groupTypes?.length !== 0;
  // What is wrong with several people can be told at once; that nobody is chosen yet is no mistake.
  const people = fields.people ?? (attempts > 0 || draft.people.length > 1 ? problems.people : null);
  const title = fields.title ?? (attempts > 0 ? problems.title : null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (Object.values(problems).every((problem) => problem === null)) void start();
  };
  /** The draft is kept when the dialog is closed, and can be of another day. */
  const clear = () => {
    edit({ people: [], title: '', messageText: '' });
    setAttempts(0);
    form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  };
  return (
    <form ref={form} className="new-chat" tabIndex={-1} onSubmit={submit} noValidate>
      <AccountField
        accounts={accounts.data?.accounts ?? null}
        account={account}
        isLoading={accounts.loading}
        problem={fields.account ?? (attempts > 0 ? problems.account : null)}
        onChoose={(accountID) => {
          // IDs of people belong to one account.
          edit({ accountID, people: [] });
          setAccountChanges((count) => count + 1);
        }}
      />
      <QueryFailures error={accounts.error} onRetry={() => void accounts.refetch()} />
      <PeopleField
        key={accountChanges}
        id={`${id}-people`}
        accountID={draft.accountID}
        network={account?.network ?? 'this network'}
        lookup={bridge?.contactLookup}
        people={draft.people}
        problem={people}
        onChange={(chosen) => edit({ people: chosen })}
      />
      {isGroup && (
        <div className="field">
          <label htmlFor={`${id}-title`}>Title of the group</label>
          <input
            id={`${id}-title`}
            className="input"
            value={draft.title}
            maxLength={bridge?.groupTypes?.[0]?.name?.maxLength ?? 1000}
            aria-invalid={title !== null}
            aria-describedby={`${id}-title-problem`}
            onChange={({ target }) => edit({ title: target.value })}
          />
          <p id={`${id}-title-problem`} className="field-error">
            {title}
          </p>
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-message`}>First message (optional)</label>
        <textarea
          id={`${id}-message`}
          className="input"
          rows={2}
          value={draft.messageText}
          aria-invalid={fields.message !== null}
          aria-describedby={`${id}-message-problem`}
          onChange={({ target }) => edit({ messageText: target.value })}
        />
        <p id={`${id}-message-problem`} className="field-error">
          {fields.message}
        </p>
      </div>
      {failure && (
        <div ref={failed}>
          <FailureNotice failure={failure} issues={others} onRetry={() => void start()} onLook={onLook} />
        </div>
      )}
      <div className="new-chat-actions" tabIndex={-1}>
        {failure && adviceOf(failure).lookFirst && (
          <button type="button" className="button" data-kind="quiet" onClick={renewKey}>
            It is not there: allow another try
          </button>
        )}
        <button type="submit" className="button" data-kind="primary" aria-disabled={isSending}>
          {isSending ? 'Starting…' : isGroup ? 'Create group' : 'Start chat'}
        </button>
        {(draft.people.length > 0 || draft.title || draft.messageText) && (
          <button type="button" className="button" data-kind="quiet" onClick={clear}>
            Clear
          </button>
        )}
      </div>
    </form>
  );
}
