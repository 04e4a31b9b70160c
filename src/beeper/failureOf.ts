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
import { NetworkFault, StatusFault, UnreadableFault } from './errors.ts';

/** What the mapping must know of the call that went wrong. */
export interface CallFacts {
  /** Whether it may change something at Beeper: only then can an outcome be unknown. */
  readonly write: boolean;
  /** The version of the app that was asked, where that is known. */
  readonly appVersion: string | null;
  /** Beeper's path of a validation issue (`["body", "participantIDs", 0]`) to the caller's own input path. */
  readonly toInputPath: (path: readonly (string | number)[]) => readonly string[];
}

type Row = (fault: StatusFault, facts: CallFacts) => Failure;

const invalidInput: Row = (fault, facts) => new InvalidInputFailure(issuesOf(fault, facts), { cause: fault });

const missingRoute: Row = (fault, { appVersion }) =>
  new UnsupportedFailure('The server that the gateway asks does not offer this operation.', {
    remedy: fault.since
      ? `Update Beeper Desktop to ${fault.since} or newer, or check that BEEPER_URL and BEEPER_API fit the server.`
      : 'Update Beeper Desktop, or check that BEEPER_URL and BEEPER_API fit the server.',
    requiredVersion: fault.since,
    actualVersion: appVersion,
    cause: fault,
  });

const upstreamError: Row = (fault, { write }) =>
  new UpstreamFailure(said(`Beeper answered with status ${fault.status}.`, fault), {
    remedy: write
      ? 'Look in Beeper whether it was done all the same, before you try again.'
      : 'Try again later; if it stays so, look at the account in Beeper Desktop.',
    status: fault.status,
    upstreamCode: fault.error?.code ?? null,
    cause: fault,
  });

/** 404, 405 and 501 mean "no such route" where Beeper's JSON error is missing, and something else where it is there. */
const routeOr =
  (row: Row): Row =>
  (fault, facts) => {
    if (!fault.complete) return upstreamError(fault, facts);
    return (fault.error ? row : missingRoute)(fault, facts);
  };

/** HTTP status → failure. What is not listed is an upstream error. */
const byStatus: Readonly<Record<number, Row>> = {
  400: invalidInput,
  401: (fault) =>
    new UnauthenticatedFailure('Beeper refuses the access token: it is wrong, or it has expired.', {
      remedy:
        'Make a new token in Beeper Desktop (Settings → Developers → Approved connections) and send it as "Authorization: Bearer …".',
      cause: fault,
    }),
  403: (fault) =>
    new ForbiddenFailure(said('Beeper does not allow this.', fault), {
      remedy:
        'Check that the token has the "write" scope, and that this person can be messaged from this account.',
      cause: fault,
    }),
  404: routeOr(
    (fault) =>
      new NotFoundFailure(said('Beeper knows no such account, person or chat.', fault), {
        remedy:
          'Check the IDs: they are taken from Beeper as they are, and differ from one installation to the next.',
        cause: fault,
      }),
  ),
  405: routeOr(upstreamError),
  409: (fault) =>
    new ConflictFailure(said('The account or chat is in a state that does not allow this now.', fault), {
      remedy: 'Look at the account in Beeper Desktop: it may have to be connected again.',
      cause: fault,
    }),
  422: invalidInput,
  429: (fault) =>
    new RateLimitedFailure(said('Beeper asks for fewer requests.', fault), {
      remedy:
        fault.retryAfterSeconds === null
          ? 'Nothing was done. Wait a minute, then try again.'
          : `Nothing was done. Try again in ${fault.retryAfterSeconds} s.`,
      retryAfterSeconds: fault.retryAfterSeconds,
      cause: fault,
    }),
  501: routeOr(upstreamError),
  503: (fault) =>
    new UnavailableFailure(said('Beeper is not ready.', fault), {
      remedy: 'Nothing was done. Wait until Beeper Desktop has started and synced, then try again.',
      cause: fault,
    }),
};

/** What undici and Node call a connection that was never made. Anything else before sending is a fault of ours. */
const neverConnected =
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|EPROTO|EADDR|EACCES|EMFILE|UND_ERR_(CONNECT_TIMEOUT|SOCKET|ABORTED)|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/;

const unreachable = (cause: unknown) =>
  new UnavailableFailure('Beeper can’t be reached.', {
    remedy:
      'Nothing was done. Check that Beeper Desktop runs, that its API is switched on (Settings → Developers), and that BEEPER_URL points to it.',
    cause,
  });

const tooBusy = (cause: unknown) =>
  new UnavailableFailure('The gateway has as many calls to Beeper under way as it may.', {
    remedy: 'Nothing was done. Send it again in a moment; BEEPER_MAX_CONCURRENCY is the limit.',
    cause,
  });

/** For reads: whatever was sent changed nothing. */
const noAnswer = (cause: unknown) =>
  new UnavailableFailure('Beeper did not answer completely, or not in time.', {
    remedy:
      'Nothing was changed. Try again; if it stays so, look whether Beeper Desktop is busy or starting.',
    cause,
  });

const outcomeUnknown = (cause: unknown) =>
  new OutcomeUnknownFailure(
    'The request was sent to Beeper, but no usable answer came: it may have been done, or not.',
    {
      remedy:
        'Look in Beeper whether the chat and the message are there before you try again: sent twice, it can make a second chat.',
      cause,
    },
  );

/**
 * The one door from whatever was thrown while asking Beeper to a failure that a caller is told about.
 * @returns a `Failure`; or, for what no row knows, `fault` itself, to be masked and logged as a surprise.
 */
export function toFailure(fault: unknown, facts: CallFacts): unknown {
  if (fault instanceof StatusFault) return (byStatus[fault.status] ?? upstreamError)(fault, facts);

  if (fault instanceof UnreadableFault) {
    if (facts.write) return outcomeUnknown(fault);
    return new UpstreamFailure('Beeper’s answer can’t be read.', {
      remedy: 'Check that BEEPER_URL points to Beeper Desktop and not to another program on that port.',
      status: fault.status,
      upstreamCode: null,
      cause: fault,
    });
  }

  if (fault instanceof NetworkFault) {
    if (fault.sent) return facts.write ? outcomeUnknown(fault) : noAnswer(fault);
    if (fault.reason === 'too-busy') return tooBusy(fault);
    if (fault.reason !== 'connection' || neverConnected.test(fault.networkCode ?? ''))
      return unreachable(fault);
    return fault;
  }

  return fault;
}

function issuesOf(fault: StatusFault, facts: CallFacts): InputIssue[] {
  const upstream = fault.error?.issues ?? [];
  if (upstream.length === 0) {
    return [
      {
        path: facts.toInputPath([]),
        message: said('Beeper does not accept the input.', fault),
        code: fault.error?.code ?? 'invalid',
      },
    ];
  }
  return upstream.map((issue) => ({
    path: facts.toInputPath(issue.path),
    message: clean(issue.message),
    code: issue.code ?? 'invalid',
  }));
}

/** Our sentence, then Beeper's own words where it has any: they tell an unknown account from an unknown person. */
function said(sentence: string, fault: StatusFault): string {
  return fault.error ? `${sentence} Beeper says: ${clean(fault.error.message)}` : sentence;
}

/** One line, of bounded length, without paths of the desktop. */
const clean = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/(file:\/\/)?(\/(Users|home)\/|[A-Z]:\\Users\\)[^\s'"]*/g, '…')
    .slice(0, 300);
