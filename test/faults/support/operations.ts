import { type DocumentNode, print } from 'graphql';
import type { FailureCode } from '../../../src/failures.ts';
import type { Fault, SandboxRoute } from '../../../src/sandbox/index.ts';
import { AboutBeeper, ReadChat } from '../../support/documents.ts';
import type { Gateway, GraphQLAnswer } from '../../support/gateway.ts';
import { mutationsByDialect } from '../../support/mutations.ts';
import { kishan, whatsapp } from '../../support/people.ts';
import {
  Accounts,
  Bridge,
  Bridges,
  ChatEdges,
  FoundMessageEdges,
  Labels,
  LookUp,
  Messages,
  OneMessage,
  People,
  Search,
  SearchAll,
} from '../../support/queryDocuments.ts';

export type { Fault };

export interface Operation {
  readonly name: string;
  readonly kind: 'write' | 'read';
  /** The last call of the operation: it gets the fault. */
  readonly route: SandboxRoute;
  /** The most times that it may be sent. */
  readonly maxSends: number;
  readonly document: DocumentNode;
  readonly isLikeOthers?: true | undefined;
  readonly isAnswerEmpty?: true | undefined;
  readonly variables: object;
}

/** A read is repeated at most twice. */
const read = { kind: 'read', maxSends: 3 } as const;

/** Every mutation, and every read with a route of its own. */
export const operations: readonly Operation[] = [
  ...mutationsByDialect
    .filter(({ dialect }) => dialect === 'split')
    .map(({ name, route, document, input, effect, isLikeOthers, isAnswerEmpty, reads = 0 }) => ({
      name,
      isLikeOthers,
      isAnswerEmpty,
      kind: 'write' as const,
      route,
      document,
      variables: { input },
      // With what the payload reads.
      maxSends: (effect === 'idempotent' ? 2 : 1) + reads,
    })),
  {
    name: 'chat',
    ...read,
    route: 'GET /v1/chats/{chatID}',
    document: ReadChat,
    variables: { id: kishan.chatID },
  },
  { name: 'chats', ...read, route: 'GET /v1/chats', document: ChatEdges, variables: { first: 5 } },
  { name: 'accounts', ...read, route: 'GET /v1/accounts', document: Accounts, variables: {} },
  {
    name: 'contacts',
    ...read,
    route: 'GET /v1/accounts/{accountID}/contacts/list',
    document: People,
    variables: { accountID: whatsapp },
  },
  {
    name: 'searchChats',
    ...read,
    route: 'GET /v1/chats/search',
    document: Search,
    variables: { filter: { query: 'a' } },
  },
  {
    name: 'messages',
    ...read,
    // Messages are read after their chat.
    maxSends: 4,
    route: 'GET /v1/chats/{chatID}/messages',
    document: Messages,
    variables: { chatID: kishan.chatID },
  },
  {
    name: 'message',
    ...read,
    route: 'GET /v1/chats/{chatID}/messages/{messageID}',
    document: OneMessage,
    variables: { chatID: kishan.chatID, id: '1300003' },
  },
  {
    name: 'searchMessages',
    ...read,
    isLikeOthers: true,
    route: 'GET /v1/messages/search',
    document: FoundMessageEdges,
    variables: { filter: { query: 'the' } },
  },
  {
    name: 'search',
    ...read,
    isLikeOthers: true,
    route: 'GET /v1/search',
    document: SearchAll,
    variables: { query: 'the' },
  },
  {
    name: 'lookUpContacts',
    ...read,
    isLikeOthers: true,
    route: 'GET /v1/accounts/{accountID}/contacts',
    document: LookUp,
    variables: { accountID: whatsapp, query: 'a' },
  },
  { name: 'labels', ...read, isLikeOthers: true, route: 'GET /v1/labels', document: Labels, variables: {} },
  {
    name: 'bridges',
    ...read,
    isLikeOthers: true,
    route: 'GET /v1/bridges',
    document: Bridges,
    variables: {},
  },
  {
    name: 'bridge',
    ...read,
    isLikeOthers: true,
    route: 'GET /v1/bridges/{bridgeID}',
    document: Bridge,
    variables: { id: 'local-whatsapp' },
  },
];

/** What the client gets: an answer, or the code of the only failure. */
export type Outcome = FailureCode | 'ANSWERED';
export type Expected = Readonly<Record<Operation['kind'], Outcome>>;

export const answered: Expected = { write: 'ANSWERED', read: 'ANSWERED' };
/** It was sent and no answer came. A read changed nothing. */
export const lost: Expected = { write: 'OUTCOME_UNKNOWN', read: 'UNAVAILABLE' };
export const unreadable: Expected = { write: 'OUTCOME_UNKNOWN', read: 'UPSTREAM_ERROR' };
export const notSent: Expected = { write: 'UNAVAILABLE', read: 'UNAVAILABLE' };

/** The deadline for calls that are to exceed it, and for calls that are not to, even on a busy machine. */
export const deadlineMs = (waits: boolean | undefined) => (waits ? 1_000 : 5_000);
/** How long after the deadline the answer may come. */
const graceMs = 1_000;

/** Requests that the server has read so far. */
interface Counts {
  readonly writes: () => number;
  readonly calls: () => number;
}

interface Running {
  readonly timeoutMs: number;
  readonly counts: Counts;
  readonly before?: (operation: Operation) => void;
  readonly after?: (operation: Operation) => void;
  /** The operations to run; by default those that differ in more than what they set. */
  readonly only?: (operation: Operation) => boolean;
}

const isOneOfItsKind = ({ isLikeOthers }: Operation): boolean => !isLikeOthers;

/**
 * Runs every operation, one after the other, each with a closed circuit.
 * @returns the result of each.
 */
export async function runAll(
  gateway: Gateway,
  { timeoutMs, counts, before, after, only = isOneOfItsKind }: Running,
): Promise<Record<string, Report>> {
  const reports: Record<string, Report> = {};
  for (const operation of operations.filter(only)) {
    await gateway.query(AboutBeeper, {});
    before?.(operation);
    const earlier = { writes: counts.writes(), calls: counts.calls() };
    const { status, outcome, ms } = await run(gateway, operation);
    after?.(operation);
    reports[operation.name] = {
      status,
      outcome,
      isLate: ms > timeoutMs + graceMs,
      isWritten: counts.writes() > earlier.writes,
      isSentTooOften: counts.calls() - earlier.calls > operation.maxSends,
    };
  }
  return reports;
}

interface Report {
  readonly status: number;
  readonly outcome: string;
  /** Whether it took longer than the deadline and a second. */
  readonly isLate: boolean;
  readonly isWritten: boolean;
  readonly isSentTooOften: boolean;
}

/** @returns the reports where every operation has the `expected` outcome. */
export function allAs(
  expected: Expected,
  { sent = true, only = isOneOfItsKind } = {},
): Record<string, Report> {
  return Object.fromEntries(
    operations.filter(only).map(({ name, kind }) => [
      name,
      {
        status: 200,
        outcome: expected[kind],
        isLate: false,
        isWritten: sent && kind === 'write',
        isSentTooOften: false,
      },
    ]),
  );
}

async function run(gateway: Gateway, { document, variables }: Operation) {
  const startedAt = performance.now();
  const response = await gateway.send(print(document), variables);
  const answer = (await response.json()) as Answer;
  return { status: response.status, outcome: outcomeOf(answer), ms: performance.now() - startedAt };
}

type Answer = GraphQLAnswer<Record<string, { code?: string } | null>>;

function outcomeOf({ data, errors }: Answer): string {
  if (errors) return errors.map(({ message, extensions }) => String(extensions?.code ?? message)).join(', ');
  const [field] = Object.values(data ?? {});
  return field?.code ?? (field ? 'ANSWERED' : 'NULL');
}
