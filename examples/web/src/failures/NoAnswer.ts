import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Issue } from './Failure.ts';

/** There is no answer that can be used, or it lacks a field. Has the fields of a typed error, so that a page shows both alike. */
export interface NoAnswer {
  readonly __typename: 'NoAnswer';
  /** The last two are no answers, but what the page itself finds out about a message on its way. */
  readonly reason:
    | 'OFFLINE'
    | 'UNREACHABLE'
    | 'NOT_THE_GATEWAY'
    | 'REFUSED'
    | 'NOT_READ'
    | 'UNEXPECTED'
    | 'FILE_LOST'
    | 'TOO_OLD';
  readonly code: string | null;
  readonly message: string;
  readonly remedy: string | null;
  /** Whether the same request can be sent again without doing anything twice. */
  readonly retryable: boolean;
  /** Whether what was asked for may be done. */
  readonly mayBeDone: boolean;
  readonly requestID: string | null;
  readonly retryAfterSeconds: number | null;
  readonly issues: readonly Issue[];
  /** The fields of the answer that are missing, as `chat.messages`. Empty if all are. */
  readonly missing: readonly string[];
}

/**
 * @returns what Apollo Client throws or returns as `error`, as a failure: the first one if there are several. Without an
 * answer it is retryable: what the page sends is a query, has an idempotency key, or sets a value.
 */
export function failureOfError(error: unknown): NoAnswer {
  const [first] = failuresOfError(error);
  return first ?? noAnswer({ reason: 'UNEXPECTED', message: 'The answer is empty.', retryable: true });
}

/** @returns what Apollo Client throws or returns as `error`, each failure once, with the fields that are missing because of it. */
export function failuresOfError(error: unknown): NoAnswer[] {
  if (CombinedGraphQLErrors.is(error)) return failuresOf(error.errors);
  if (ServerError.is(error) || ServerParseError.is(error)) {
    return refusalOf(error) ?? [notTheGateway(error.response)];
  }
  if (error instanceof TypeError) return [unreachable()];
  const message = error instanceof Error ? error.message : String(error);
  return [noAnswer({ reason: 'UNEXPECTED', message, retryable: true })];
}

/** @returns the failure of a query: reading again is always safe, but of no use where the gateway rejects what was asked for. */
export function asRead(failure: NoAnswer): NoAnswer {
  return { ...failure, retryable: failure.retryable || !rejections.includes(failure.code) };
}

const rejections: readonly (string | null)[] = [
  'INVALID_INPUT',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
];

/** GraphQL errors. Those that say the same are one failure. */
function failuresOf(errors: readonly GraphQLFormattedError[], wait: number | null = null): NoAnswer[] {
  const failures = new Map<string, NoAnswer>();
  for (const { message, path, extensions = {} } of errors) {
    const code = text(extensions.code);
    const key = JSON.stringify([code, message]);
    const missing = path ? [path.join('.')] : [];
    const known = failures.get(key);
    const failure = noAnswer({
      reason: reasonOf(code, path),
      code,
      message,
      remedy: text(extensions.remedy),
      retryable: extensions.retryable === true,
      requestID: text(extensions.requestID),
      retryAfterSeconds:
        typeof extensions.retryAfterSeconds === 'number' ? extensions.retryAfterSeconds : wait,
      issues: Array.isArray(extensions.issues) ? extensions.issues : [],
      missing: [...(known?.missing ?? []), ...missing],
    });
    failures.set(key, failure);
  }
  return [...failures.values()];
}

/** An error of a field has a path. Without one, nothing was executed. */
function reasonOf(code: string | null, path: GraphQLFormattedError['path']): NoAnswer['reason'] {
  if (code === 'INTERNAL_SERVER_ERROR') return 'UNEXPECTED';
  return path ? 'NOT_READ' : 'REFUSED';
}

/** The gateway refuses a request with a body in the form of a GraphQL answer. */
function refusalOf({ response, bodyText }: ServerError | ServerParseError): NoAnswer[] | null {
  try {
    const failures = failuresOf(JSON.parse(bodyText).errors, secondsOf(response));
    return failures.length > 0 ? failures : null;
  } catch {
    // HTML of a proxy.
    return null;
  }
}

function notTheGateway(response: Response): NoAnswer {
  return noAnswer({
    reason: 'NOT_THE_GATEWAY',
    message: `A server in front of the gateway answered with status ${response.status}, and not with GraphQL.`,
    remedy: 'Try again later. If it continues, check the proxy in front of the gateway.',
    requestID: response.headers.get('x-request-id'),
    retryAfterSeconds: secondsOf(response),
    retryable: true,
  });
}

/** `fetch` does not tell why there was no answer: no network, nobody listens, a connection that broke, CORS. */
function unreachable(): NoAnswer {
  const { navigator } = globalThis as { navigator?: { onLine?: boolean } };
  return navigator?.onLine === false
    ? noAnswer({
        reason: 'OFFLINE',
        message: 'This device has no network connection.',
        remedy: 'Connect to a network.',
        retryable: true,
      })
    : noAnswer({
        reason: 'UNREACHABLE',
        message: 'There was no answer.',
        remedy: 'Check that the gateway is running.',
        retryable: true,
      });
}

function noAnswer(known: Pick<NoAnswer, 'reason' | 'message' | 'retryable'> & Partial<NoAnswer>): NoAnswer {
  return {
    __typename: 'NoAnswer',
    code: null,
    remedy: null,
    mayBeDone: false,
    requestID: null,
    retryAfterSeconds: null,
    issues: [],
    missing: [],
    ...known,
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `Retry-After` in seconds. The gateway sends no dates. */
function secondsOf({ headers }: Response): number | null {
  const value = headers.get('retry-after');
  return value !== null && /^\d+$/.test(value) ? Number(value) : null;
}
