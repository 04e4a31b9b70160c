import {
  ConflictFailure,
  type Failure,
  ForbiddenFailure,
  type InputIssue,
  InvalidInputFailure,
  NotFoundFailure,
  OutcomeUnknownFailure,
  RateLimitedFailure,
  UnauthenticatedFailure,
  UnavailableFailure,
  UnsupportedFailure,
  UpstreamFailure,
} from '../failures.ts';
import { isLoggedOut, NetworkError, StatusError, UnreadableError } from './errors.ts';
import { inputPathOf } from './inputPath.ts';
import type { Effect, InputPaths, Remedies } from './operation.ts';
import {
  isWronglyPinned,
  type KnownServer,
  nameOf,
  placeIn,
  remedyForMissing,
  requiredVersion,
} from './serverWords.ts';
import { createToken, rejectedTokenRemedy, type TokenOwner } from './tokenRemedies.ts';

/** What the mapping must know of the call that failed. */
export interface CallFacts {
  readonly effect: Effect;
  readonly remedies: Remedies;
  readonly inputPaths: () => InputPaths;
  readonly isLostOnError?: true | undefined;
  /** The server that was asked. */
  readonly server: KnownServer;
  readonly tokenOwner: TokenOwner;
}

type Row = (error: StatusError, facts: CallFacts) => Failure;

const causedBy = (error: StatusError) => ({ upstreamCode: error.body?.code ?? null, cause: error });

/** In a dialect that is not the server's, it takes the right input for a wrong one. */
const invalidInput: Row = (error, facts) =>
  new InvalidInputFailure(issuesOf(error, facts), {
    ...(facts.effect !== 'reads' &&
      isWronglyPinned(facts.server) && {
        remedy: `${remedyForMissing(null, facts.server)} Then correct what is still listed in \`issues\`.`,
      }),
    ...causedBy(error),
  });

const missingRoute: Row = (error, { server }) =>
  new UnsupportedFailure('The server behind the gateway does not support this operation.', {
    remedy: remedyForMissing(error.since, server),
    requiredVersion: requiredVersion(error.since, server),
    actualVersion: server.appVersion,
    ...causedBy(error),
  });

function upstreamRemedy({ effect, remedies, server }: CallFacts): string {
  switch (effect) {
    case 'reads':
      return `Try again later. If the error persists, check the account ${placeIn(server)}.`;
    case 'idempotent':
      return remedies.unknown;
    case 'changes':
    case 'creates':
      return 'Check in Beeper whether it was done before you try again.';
  }
}

const notReady: Row = (error, { server }) =>
  new UnavailableFailure(withBeepersWords('Beeper is not ready.', error), {
    remedy: `Nothing was done. Wait until ${nameOf(server)} has started and synced, then try again.`,
    retryAfterSeconds: error.retryAfterSeconds,
    ...causedBy(error),
  });

const upstreamError: Row = (error, facts) =>
  new UpstreamFailure(withBeepersWords(`Beeper answered with status ${error.status}.`, error), {
    remedy: upstreamRemedy(facts),
    httpStatus: error.status,
    ...causedBy(error),
  });

/**
 * For statuses that say that nothing was done, if Beeper says it. A proxy sends them too, also after it has passed a
 * write on, so without Beeper's error a write may have been done.
 */
const ifFromBeeper =
  (row: Row, readWithoutError: Row): Row =>
  (error, facts) => {
    if (facts.effect === 'reads') return (error.body ? row : readWithoutError)(error, facts);
    return (error.body?.isBeepers ? row : foreignError)(error, facts);
  };

/**
 * As `ifFromBeeper`, for statuses of a server without the route. Only a write that creates something is too dear for the
 * chance that a proxy sent the status after it had passed the write on.
 */
const ifRouteExists =
  (row: Row): Row =>
  (error, facts) => {
    if (facts.effect === 'creates' || facts.effect === 'reads')
      return ifFromBeeper(row, missingRouteIfComplete)(error, facts);
    return (error.body?.isBeepers ? row : missingRouteIfComplete)(error, facts);
  };

/** Without the end of the body it is not known whether the error was Beeper's. */
const missingRouteIfComplete: Row = (error, facts) =>
  (error.complete ? missingRoute : upstreamError)(error, facts);

const foreignError: Row = (error, { server }) =>
  new UpstreamFailure(`The answer has status ${error.status} and no error of Beeper.`, {
    remedy: `Check in Beeper whether it was done before you try again. ${remedyForMissing(error.since, server)}`,
    httpStatus: error.status,
    ...causedBy(error),
  });

/** Whose session is missing is not told by the scope of a token: the person must log in to the server. */
const loggedOut: Row = (error, { server }) =>
  new ForbiddenFailure(withBeepersWords('Nobody is logged in to Beeper.', error), {
    remedy: `Nothing was done. Log in to ${nameOf(server)}; a new token does not help.`,
    ...causedBy(error),
  });

const forbidden: Row = (error, { effect, remedies, tokenOwner, server }) =>
  new ForbiddenFailure(withBeepersWords('Beeper does not allow this operation.', error), {
    remedy:
      effect === 'reads'
        ? `${remedies.forbidden} ${createToken('a new token', { tokenOwner, server })}`
        : remedies.forbidden,
    ...causedBy(error),
  });

/** A read has all of its input in the URL, whose length servers limit, as Node does to 16 KiB with all headers. */
const tooLong: Row = (error, facts) =>
  facts.effect === 'reads'
    ? new InvalidInputFailure(
        [
          {
            path: [],
            message:
              'The input is too long for one request to Beeper. Use fewer IDs at once, or a shorter text.',
            code: 'too_long',
          },
        ],
        causedBy(error),
      )
    : upstreamError(error, facts);

/** HTTP status → failure. Any other status is an upstream error. */
const byStatus: Readonly<Record<number, Row>> = {
  400: invalidInput,
  401: (error, facts) =>
    new UnauthenticatedFailure('Beeper rejected the access token for this operation.', {
      remedy: rejectedTokenRemedy(facts),
      ...causedBy(error),
    }),
  403: (error, facts) => (isLoggedOut(error) ? loggedOut : forbidden)(error, facts),
  404: ifRouteExists(
    (error, { remedies }) =>
      new NotFoundFailure(
        withBeepersWords('Beeper did not find the account, person, chat or message in the request.', error),
        {
          remedy: typeof remedies.notFound === 'function' ? remedies.notFound() : remedies.notFound,
          ...causedBy(error),
        },
      ),
  ),
  405: ifRouteExists(missingRoute),
  409: (error, { remedies, server }) =>
    new ConflictFailure(
      withBeepersWords('The current state of the account or chat does not allow this.', error),
      {
        remedy: remedies.conflict ?? `Check the account ${placeIn(server)}: it may have to be reconnected.`,
        ...causedBy(error),
      },
    ),
  414: tooLong,
  422: invalidInput,
  429: (error) =>
    new RateLimitedFailure(withBeepersWords('Beeper limits the rate of requests.', error), {
      remedy:
        error.retryAfterSeconds === null
          ? 'Nothing was done. Try again in a minute.'
          : `Nothing was done. Try again in ${error.retryAfterSeconds} s.`,
      retryAfterSeconds: error.retryAfterSeconds,
      ...causedBy(error),
    }),
  431: tooLong,
  501: ifRouteExists(missingRoute),
  503: ifFromBeeper(notReady, notReady),
};

/** Seconds after which it is worth sending a request again that found no place or no connection in time. */
const soon = 1;

/** Codes of undici and Node for a connection that was never made. Anything else before sending is a bug here. */
const neverConnected =
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|EPROTO|EADDR|EACCES|EMFILE|UND_ERR_(CONNECT_TIMEOUT|SOCKET|ABORTED)|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/;

const unreachable = (cause: NetworkError, { server }: CallFacts) =>
  new UnavailableFailure('Beeper can’t be reached.', {
    remedy:
      server.isBeeper === false
        ? 'Nothing was done. Check that the server is running, and that BEEPER_URL points to it.'
        : 'Nothing was done. Check that Beeper Desktop is running, that its API is enabled (Settings → Developers), and that BEEPER_URL points to it.',
    // While the circuit is open, the connection is tested once a second.
    retryAfterSeconds: cause.reason === 'circuit-open' ? soon : null,
    cause,
  });

const tooBusy = (cause: NetworkError) =>
  new UnavailableFailure('The gateway has reached its limit of concurrent calls to Beeper.', {
    remedy: 'Nothing was done. Try again in a moment. BEEPER_MAX_CONCURRENCY sets the limit.',
    retryAfterSeconds: soon,
    cause,
  });

const notSentInTime = (cause: NetworkError, { server }: CallFacts) =>
  new UnavailableFailure('The request could not be sent to Beeper in time.', {
    remedy: `Nothing was done. Try again in a moment. If the error persists, check that ${nameOf(server)} is running and not busy, and that BEEPER_URL points to it.`,
    retryAfterSeconds: soon,
    cause,
  });

const readLost = (cause: unknown, { server }: CallFacts) =>
  new UnavailableFailure('Beeper did not send a complete response in time.', {
    remedy: `Nothing was changed. Try again. If the error persists, check whether ${nameOf(server)} is busy.`,
    cause,
  });

const outcomeUnknown = (cause: unknown, { effect, remedies }: CallFacts) =>
  new OutcomeUnknownFailure(
    'The request was sent to Beeper, but no usable response arrived. It may or may not have been done.',
    {
      remedy: remedies.unknown,
      retryable: effect === 'idempotent',
      upstreamCode: cause instanceof StatusError ? (cause.body?.code ?? null) : null,
      cause,
    },
  );

/** @returns the failure for whatever was thrown by a call to Beeper; `error` itself where it is unexpected. */
export function failureOf(error: unknown, facts: CallFacts): unknown {
  const isRead = facts.effect === 'reads';

  if (error instanceof StatusError) {
    const failure = (byStatus[error.status] ?? upstreamError)(error, facts);
    const isLost = failure instanceof UpstreamFailure || failure instanceof UnavailableFailure;
    return facts.isLostOnError && isLost ? outcomeUnknown(error, facts) : failure;
  }

  if (error instanceof UnreadableError) {
    if (!isRead) return outcomeUnknown(error, facts);
    return new UpstreamFailure('Beeper’s answer can’t be read.', {
      remedy: `Check that BEEPER_URL points to ${nameOf(facts.server)} and not to another program on that port.`,
      httpStatus: error.status,
      cause: error,
    });
  }

  if (error instanceof NetworkError) {
    if (error.sent) return isRead ? readLost(error, facts) : outcomeUnknown(error, facts);
    if (error.reason === 'too-busy') return tooBusy(error);
    if (error.reason === 'deadline') return notSentInTime(error, facts);
    if (error.reason !== 'connection' || neverConnected.test(error.networkCode ?? ''))
      return unreachable(error, facts);
  }

  return error;
}

function issuesOf(error: StatusError, { inputPaths }: CallFacts): InputIssue[] {
  const issues = error.body?.issues ?? [];
  if (issues.length === 0) {
    return [
      {
        path: inputPathOf(inputPaths(), []),
        message: withBeepersWords('Beeper rejected the input.', error),
        code: error.body?.code ?? 'invalid',
      },
    ];
  }
  const paths = inputPaths();
  return issues.map((issue) => ({
    path: inputPathOf(paths, issue.path),
    message: clean(issue.message),
    code: issue.code ?? 'invalid',
  }));
}

/** Appends Beeper's own message, which tells an unknown account from an unknown person. */
function withBeepersWords(sentence: string, error: StatusError): string {
  return error.body ? `${sentence} Beeper says: ${clean(error.body.message)}` : sentence;
}

const maxQuotedCharacters = 300;

/** One line of bounded length, without paths of the desktop. */
const clean = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/(file:\/\/)?(\/(Users|home)\/|[A-Z]:\\Users\\)[^\s'"]*/g, '…')
    .slice(0, maxQuotedCharacters);
