import { useId } from 'react';
import type { BeeperAccountStatus, NewChatAccountsQuery } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';

export const AccountsQuery = graphql(`
  query NewChatAccounts {
    accounts {
      id
      network
      isUsable
      status
      statusText
      user { userID fullName username phoneNumber email }
      bridge { bridgeID }
    }
  }
`);

type Account = NonNullable<NewChatAccountsQuery['accounts']>[number];

/** Chooses the account that starts the chat. Those that can’t be used say why. */
export function AccountField({
  accounts,
  account,
  isLoading,
  problem,
  onChoose,
}: {
  /** Null where they were not read. */
  accounts: readonly Account[] | null;
  account: Account | null;
  isLoading: boolean;
  problem: string | null;
  onChoose: (accountID: string) => void;
}) {
  const id = useId();
  const others = accounts?.filter(({ isUsable }) => !isUsable) ?? [];
  const noAccount = isLoading
    ? 'Loading accounts…'
    : accounts
      ? 'No account can be used'
      : 'The accounts could not be read';
  return (
    <div className="field">
      <label htmlFor={id}>Account</label>
      <select
        id={id}
        className="input"
        value={account?.id ?? ''}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== null}
        onChange={({ target }) => onChoose(target.value)}
      >
        {!account && <option value="">{noAccount}</option>}
        {accounts
          ?.filter(({ isUsable }) => isUsable)
          .map((usable) => (
            <option key={usable.id} value={usable.id}>
              {nameOf(usable)}
            </option>
          ))}
        {others.length > 0 && (
          <optgroup label="Can’t be used now">
            {others.map(({ id, network, status, statusText }) => (
              <option key={id} value={id} disabled>
                {network ?? 'Account'}: {statusText ?? wordsOf(status)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <p id={`${id}-hint`} className={problem ? 'field-error' : 'field-hint'}>
        {problem ?? account?.statusText}
      </p>
    </div>
  );
}

/** The network, and who the person is there. */
function nameOf({ network, user }: Account): string {
  const username = user?.username ? `@${user.username}` : null;
  const own = user?.phoneNumber ?? user?.email ?? username ?? user?.fullName;
  return [network ?? 'Account', own].filter(Boolean).join(' · ');
}

/** Why an account can’t be used, where Beeper sends no text. */
function wordsOf(status: BeeperAccountStatus | null): string {
  switch (status) {
    case 'CONNECTING':
      return 'connecting';
    case 'CONNECTION_REQUIRED':
      return 'log in to it in Beeper';
    case 'RECONNECT_REQUIRED':
      return 'log in to it again in Beeper';
    case 'DISCONNECTED':
      return 'not connected';
    case 'DISABLED':
      return 'disabled in Beeper';
    case 'ATTENTION_REQUIRED':
      return 'needs attention in Beeper';
    case 'BACKFILLING':
    case 'CONNECTED':
    case 'OTHER':
    case null:
      return 'not ready';
    default:
      status satisfies never;
      return 'not ready';
  }
}
