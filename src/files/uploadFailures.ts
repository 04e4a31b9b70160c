import { isLoggedOut, NetworkError, StatusError, UnreadableError } from '../beeper/errors.ts';
import { type KnownServer, nameOf, remedyForMissing } from '../beeper/serverWords.ts';
import { rejectedTokenRemedy, type TokenOwner } from '../beeper/tokenRemedies.ts';
import { FileRefusal } from './refusal.ts';

interface Facts {
  readonly server: KnownServer;
  readonly tokenOwner: TokenOwner;
}

const again = 'Send the file again to the same address.';

/** @returns the refusal for what a call to Beeper threw; `error` itself where it is unexpected. */
export function uploadFailure(error: unknown, facts: Facts): unknown {
  if (error instanceof StatusError) return statusFailure(error, facts);
  if (error instanceof NetworkError) return networkFailure(error, facts);
  if (!(error instanceof UnreadableError)) return error;
  return new FileRefusal('Beeper did not take the file.', {
    status: 502,
    code: 'UPSTREAM_ERROR',
    reason: 'not-taken',
    remedy: `${again} If the error persists, check that ${nameOf(facts.server)} works and that BEEPER_URL points to it.`,
    retryable: true,
    cause: error,
  });
}

function networkFailure(cause: NetworkError, { server }: Facts): FileRefusal {
  if (cause.reason === 'too-busy')
    return new FileRefusal('The gateway has reached its limit of concurrent uploads.', {
      status: 503,
      code: 'UNAVAILABLE',
      reason: 'busy',
      remedy: 'Send the file again to the same address in a few seconds.',
      retryable: true,
      headers: { 'retry-after': '5' },
      cause,
    });
  if (!cause.sent)
    return new FileRefusal('Beeper can’t be reached.', {
      status: 503,
      code: 'UNAVAILABLE',
      reason: 'unreachable',
      remedy: `Check that ${nameOf(server)} is running, and that BEEPER_URL points to it. Then send the file again to the same address.`,
      retryable: true,
      cause,
    });
  const isLate = cause.reason === 'deadline';
  return new FileRefusal(
    isLate ? 'Beeper did not answer in time.' : 'The connection to Beeper was lost during the upload.',
    {
      status: isLate ? 504 : 502,
      code: 'UPSTREAM_ERROR',
      reason: isLate ? 'deadline' : 'cut',
      remedy: again,
      retryable: true,
      cause,
    },
  );
}

function statusFailure(cause: StatusError, facts: Facts): FileRefusal {
  const { status, body, since, retryAfterSeconds } = cause;
  const { server } = facts;
  if (status === 401 || status === 403)
    return new FileRefusal(
      status === 401
        ? 'Beeper rejected the access token for this upload.'
        : 'Beeper does not allow this upload.',
      { status: 403, code: 'FORBIDDEN', reason: 'token', remedy: forbiddenRemedy(cause, facts), cause },
    );
  if (status === 405 || status === 501 || (status === 404 && body === null))
    return unsupported(server, since, cause);
  if (status === 413)
    return new FileRefusal('The file is too large for Beeper.', {
      status,
      code: 'PAYLOAD_TOO_LARGE',
      reason: 'too-large-for-beeper',
      remedy: 'Send a smaller file.',
      cause,
    });
  if (status === 429)
    return new FileRefusal('Beeper limits the rate of requests.', {
      status,
      code: 'RATE_LIMITED',
      reason: 'beeper-rate',
      remedy: `Send the file again to the same address in ${retryAfterSeconds === null ? 'a minute' : `${retryAfterSeconds} s`}.`,
      retryable: true,
      headers: retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
      cause,
    });
  const isRejected = status >= 400 && status < 500;
  return new FileRefusal(`Beeper answered with status ${status}.`, {
    status: 502,
    code: 'UPSTREAM_ERROR',
    reason: 'status',
    remedy: isRejected
      ? 'Beeper rejects this file, or what `createUpload` was told of it. Check the file, its name and its type.'
      : again,
    retryable: !isRejected,
    cause,
  });
}

/** @param since the version of Beeper's app that introduced uploads. */
export function unsupported(server: KnownServer, since: string | null, cause?: unknown): FileRefusal {
  const version = server.appVersion === null ? '' : ` ${server.appVersion}`;
  return new FileRefusal(`${nameOf(server)}${version} can’t take files.`.replace(/^t/, 'T'), {
    status: 501,
    code: 'UNSUPPORTED',
    reason: 'unsupported',
    remedy: remedyForMissing(since, server),
    cause,
  });
}

function forbiddenRemedy(error: StatusError, { server, tokenOwner }: Facts): string {
  if (isLoggedOut(error)) return `Log in to ${nameOf(server)}; a new token does not help.`;
  if (error.status === 401) return rejectedTokenRemedy({ effect: 'creates', server, tokenOwner });
  return 'Check that the token has the "write" scope.';
}
