import { type DocumentNode, print } from 'graphql';
import type { FailureCode } from '../../../src/failures.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import { AboutBeeper, CreateChat, ReadChat, StartChat } from '../../support/documents.ts';
import type { Gateway, GraphQLAnswer } from '../../support/gateway.ts';
import { ada, kishan, whatsapp } from '../../support/people.ts';
import { Accounts, ChatEdges, Messages, People, Search } from '../../support/queryDocuments.ts';

export type Fault = Parameters<Sandbox['next']>[1];
type Route = Parameters<Sandbox['next']>[0];

export interface Operation {
  readonly name: string;
  readonly kind: 'write' | 'read';
  /** Where the fault strikes: the last call that the operation makes. */
  readonly route: Route;
  readonly document: DocumentNode;
  readonly variables: object;
}

const input = { single: { accountID: whatsapp, participantID: ada.id } };
const start = { accountID: whatsapp, user: { id: ada.id }, messageText: 'Hello' };

/** Everything that the gateway can be asked for, as far as Beeper has a route of its own for it. */
export const operations: readonly Operation[] = [
  {
    name: 'createChat',
    kind: 'write',
    route: 'POST /v1/chats',
    document: CreateChat,
    variables: { input },
  },
  {
    name: 'startChat',
    kind: 'write',
    route: 'POST /v1/chats/start',
    document: StartChat,
    variables: { input: start },
  },
  {
    name: 'chat',
    kind: 'read',
    route: 'GET /v1/chats/{chatID}',
    document: ReadChat,
    variables: { id: kishan.chatID },
  },
  { name: 'chats', kind: 'read', route: 'GET /v1/chats', document: ChatEdges, variables: { first: 5 } },
  { name: 'accounts', kind: 'read', route: 'GET /v1/accounts', document: Accounts, variables: {} },
  {
    name: 'contacts',
    kind: 'read',
    route: 'GET /v1/accounts/{accountID}/contacts/list',
    document: People,
    variables: { accountID: whatsapp },
  },
  {
    name: 'searchChats',
    kind: 'read',
    route: 'GET /v1/chats/search',
    document: Search,
    variables: { filter: { query: 'a' } },
  },
  {
    name: 'messages',
    kind: 'read',
    route: 'GET /v1/chats/{chatID}/messages',
    document: Messages,
    variables: { chatID: kishan.chatID },
  },
];

/** What the client is told: that it was done, or the code of the one failure. */
export type Outcome = FailureCode | 'ANSWERED';
export type Expected = Readonly<Record<Operation['kind'], Outcome>>;

export const answered: Expected = { write: 'ANSWERED', read: 'ANSWERED' };
/** Sent, and nobody knows what became of it: a read changed nothing at least. */
export const lost: Expected = { write: 'OUTCOME_UNKNOWN', read: 'UNAVAILABLE' };
export const unreadable: Expected = { write: 'OUTCOME_UNKNOWN', read: 'UPSTREAM_ERROR' };
export const notSent: Expected = { write: 'UNAVAILABLE', read: 'UNAVAILABLE' };

/** The deadlines of calls that run into them, and of those that should not, however busy the machine. */
export const deadlineMs = (waits: boolean | undefined) => (waits ? 600 : 5_000);
/** How much later than the deadline the answer may come. */
const graceMs = 1_000;

/** What the server has read so far. */
interface Counts {
  readonly writes: () => number;
  readonly calls: () => number;
}

interface Running {
  readonly timeoutMs: number;
  readonly counts: Counts;
  readonly before?: (operation: Operation) => void;
  readonly after?: (operation: Operation) => void;
}

/**
 * Runs every operation, one after the other, each on a closed circuit.
 * @returns how each one came out, `late` where that took longer than the deadline and a second.
 */
export async function runAll(
  gateway: Gateway,
  { timeoutMs, counts, before, after }: Running,
): Promise<Record<string, Report>> {
  const reports: Record<string, Report> = {};
  for (const operation of operations) {
    await gateway.query(AboutBeeper, {});
    before?.(operation);
    const earlier = { writes: counts.writes(), calls: counts.calls() };
    const { status, outcome, ms } = await run(gateway, operation);
    after?.(operation);
    reports[operation.name] = {
      status,
      outcome,
      isLate: ms > timeoutMs + graceMs,
      writes: counts.writes() - earlier.writes,
      isRepeatedTooOften: counts.calls() - earlier.calls > mostCalls(operation),
    };
  }
  return reports;
}

interface Report {
  readonly status: number;
  readonly outcome: string;
  readonly isLate: boolean;
  readonly writes: number;
  readonly isRepeatedTooOften: boolean;
}

/** Reads are repeated twice at most, and messages are read behind their chat. */
const mostCalls = ({ name, kind }: Operation) => (kind === 'write' ? 1 : name === 'messages' ? 4 : 3);

/** The reports where every operation comes out as `expected`, and what is sent is sent once. */
export function allAs(expected: Expected, { sent = true } = {}): Record<string, Report> {
  return Object.fromEntries(
    operations.map(({ name, kind }) => [
      name,
      {
        status: 200,
        outcome: expected[kind],
        isLate: false,
        writes: sent && kind === 'write' ? 1 : 0,
        isRepeatedTooOften: false,
      },
    ]),
  );
}

async function run(gateway: Gateway, { document, variables }: Operation) {
  const begun = performance.now();
  const response = await gateway.send(print(document), variables);
  const answer = (await response.json()) as Answer;
  return { status: response.status, outcome: outcomeOf(answer), ms: performance.now() - begun };
}

type Answer = GraphQLAnswer<Record<string, { code?: string } | null>>;

function outcomeOf({ data, errors }: Answer): string {
  if (errors) return errors.map(({ message, extensions }) => String(extensions?.code ?? message)).join(', ');
  const [field] = Object.values(data ?? {});
  return field?.code ?? (field ? 'ANSWERED' : 'NULL');
}
