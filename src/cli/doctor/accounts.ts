import { type Account, decodeAccounts } from '../../beeper/accounts/wire.ts';
import { accountsProbe, probeDeadline } from '../../beeper/probe.ts';
import type { Transport } from '../../beeper/transport.ts';
import { printable } from '../printable.ts';
import { type Finding, ok, warning } from './finding.ts';

/** Each status with which an account can't be used, and what to do. Other statuses are fine, or new. */
const problems: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  connecting: ['is connecting', 'Wait until it is connected.'],
  connection_required: ['was never connected', 'Log in to the network in Beeper.'],
  reconnect_required: ['was logged out by the network', 'Log in to the network again in Beeper.'],
  attention_required: ['needs attention', 'Look at the account in Beeper: it says what it needs.'],
  disconnected: ['is disconnected', 'Check that Beeper is online, and the account in Beeper.'],
  disabled: ['is disabled', 'Enable it in Beeper, if it is needed.'],
};

/** Counts the accounts, and finds those that can't be used. Tells networks, not names or numbers. */
export async function examineAccounts(transport: Transport, token: string): Promise<readonly Finding[]> {
  const answer = await transport.call(accountsProbe(probeDeadline(), token)).catch(() => null);
  const accounts = answer?.status === 200 ? decodeAccounts(answer.body) : null;
  if (accounts === null) return [warning('accounts', 'could not be read', 'Run this command again.')];
  if (accounts.length === 0) return [warning('accounts', 'none', 'Add an account in Beeper.')];
  const unusable = accounts.flatMap(findProblem);
  if (unusable.length > 0) return unusable;
  const isTold = accounts.some(({ status }) => status !== null);
  return [
    ok(
      'accounts',
      `${accounts.length}${isTold ? ', all usable' : '; this version does not tell their states'}`,
    ),
  ];
}

function findProblem({ network, bridge, status }: Account): Finding[] {
  const found = problems[status ?? ''];
  if (found === undefined) return [];
  const [problem, remedy] = found;
  const name = printable(network ?? bridge?.type ?? 'An account');
  return [warning('account', `${name} ${problem}`, remedy)];
}
