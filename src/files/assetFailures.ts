import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import { NetworkError } from '../beeper/errors.ts';
import { parseRetryAfter } from '../beeper/retryAfter.ts';
import { FileRefusal } from './refusal.ts';

const soon = { 'retry-after': '1' };

/** @returns why there is no file, for an answer of Beeper with another status than that of a file. */
export function refusalOfStatus({ status, header }: Pick<TransferAnswer, 'status' | 'header'>): FileRefusal {
  switch (status) {
    case 400:
    case 404:
    case 502:
      return new FileRefusal('Beeper can’t load this file. The network may no longer have it.', {
        status: 404,
        code: 'NOT_FOUND',
        reason: 'file',
        remedy: 'Open its chat in Beeper to see whether it is still there.',
      });
    case 401:
      return new FileRefusal('Beeper rejected the access token.', {
        status: 403,
        code: 'FORBIDDEN',
        reason: 'token',
        remedy: 'Request `contentURL` again with a valid token.',
      });
    case 403:
      return new FileRefusal('Beeper does not allow this token to load the file.', {
        status: 403,
        code: 'FORBIDDEN',
        reason: 'scope',
        remedy: 'Request `contentURL` again with a token that may read this chat.',
      });
    case 429: {
      const seconds = parseRetryAfter(header('retry-after'));
      return new FileRefusal('Beeper limits the rate of requests.', {
        status: 429,
        code: 'RATE_LIMITED',
        reason: 'rate',
        remedy: seconds === null ? 'Try again in a minute.' : `Try again in ${seconds} s.`,
        retryable: true,
        headers: seconds === null ? {} : { 'retry-after': String(seconds) },
      });
    }
    case 503:
    case 504: {
      const seconds = parseRetryAfter(header('retry-after'));
      return new FileRefusal('Beeper is busy or starting.', {
        status: 503,
        code: 'UNAVAILABLE',
        reason: 'unavailable',
        remedy: 'Try again in a moment.',
        retryable: true,
        headers: seconds === null ? soon : { 'retry-after': String(seconds) },
      });
    }
    default:
      return badAnswer('status', `Beeper answered with status ${status}.`);
  }
}

/** @returns why there is no file, for what `Transfers.send` throws, or `error` itself where that is unexpected. */
export function refusalOfError(error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error;
  switch (error.reason) {
    case 'deadline':
      return new FileRefusal('Beeper did not answer in time.', {
        status: 504,
        code: 'UNAVAILABLE',
        reason: 'deadline',
        remedy: 'Try again in a moment.',
        retryable: true,
        cause: error,
      });
    case 'too-busy':
      return new FileRefusal('Too many files are being loaded.', {
        status: 503,
        code: 'UNAVAILABLE',
        reason: 'busy',
        remedy: 'Try again in a moment.',
        retryable: true,
        headers: soon,
        cause: error,
      });
    case 'caller-gone':
      return new FileRefusal('The caller has disconnected.', {
        status: 503,
        code: 'UNAVAILABLE',
        reason: 'caller-gone',
        remedy: 'Send the request again.',
        retryable: true,
        cause: error,
      });
    default:
      return error.sent ? lost(error) : unreachable(error);
  }
}

const unreachable = (cause: NetworkError): FileRefusal =>
  new FileRefusal('Beeper can’t be reached.', {
    status: 503,
    code: 'UNAVAILABLE',
    reason: 'unreachable',
    remedy: 'Check that Beeper Desktop is running and its API is enabled, then try again.',
    retryable: true,
    headers: soon,
    cause,
  });

/** For a connection that broke before anything was sent to the caller. */
export const lost = (cause: unknown): FileRefusal =>
  new FileRefusal('The connection to Beeper was lost.', {
    status: 502,
    code: 'UPSTREAM_ERROR',
    reason: 'connection',
    remedy: 'Try again.',
    retryable: true,
    cause,
  });

/** For an answer that can't be passed on. */
export const badAnswer = (reason: string, message: string): FileRefusal =>
  new FileRefusal(message, {
    status: 502,
    code: 'UPSTREAM_ERROR',
    reason,
    remedy: 'Check that BEEPER_URL points to Beeper Desktop and not to another program.',
  });
