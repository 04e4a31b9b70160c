import type { Failure, FailureCode } from '../failures.ts';
import { builder } from './builder.ts';

const codes: Record<FailureCode, { description: string }> = {
  INVALID_INPUT: { description: 'The input is invalid. Correct the values that `issues` lists.' },
  UNAUTHENTICATED: {
    description:
      'The access token is missing, or Beeper rejected it. Get a new access token; mutations need one with “Allow sensitive actions”.',
  },
  FORBIDDEN: {
    description:
      'The access token lacks the required scope, the person can’t be messaged from this account, or nobody is logged in to the server.',
  },
  NOT_FOUND: { description: 'Beeper does not know the account, person, chat or message.' },
  CONFLICT: { description: 'The current state of the account or chat does not allow the operation.' },
  IDEMPOTENCY_MISMATCH: { description: 'The idempotency key was already used for a different request.' },
  RATE_LIMITED: { description: 'Too many requests. Nothing was done. Wait, then try again.' },
  UNAVAILABLE: {
    description:
      'Beeper, or a service that the gateway needs, is unavailable. Nothing was changed. Try again later.',
  },
  UNSUPPORTED: {
    description:
      'The connected Beeper does not support the operation. `remedy` tells whether to update Beeper Desktop or to check the settings of the gateway.',
  },
  UPSTREAM_ERROR: { description: 'Beeper, or the network behind it, failed while processing the request.' },
  OUTCOME_UNKNOWN: {
    description:
      'The request was sent to Beeper, but no usable response arrived. If `retryable` is true, send the same request again. Otherwise check in Beeper first.',
  },
};

const BeeperErrorCode = builder.enumType('BeeperErrorCode', {
  description:
    'Error codes for use in program logic. Top-level errors have the same codes in `extensions.code`. A later version can add codes.',
  values: codes,
});

export const BeeperError = builder.interfaceRef<Failure>('BeeperError').implement({
  description:
    'Fields that all typed errors have in common. `... on BeeperError { code message remedy retryable }` selects them on every error type, including types that a later version adds. Many generated clients can’t decode a type or code that they do not know: `docs/clients.md` says which.',
  fields: (t) => ({
    code: t.expose('code', { type: BeeperErrorCode, description: 'Error code for use in program logic.' }),
    message: t.exposeString('message', { description: 'Human-readable description of what happened.' }),
    remedy: t.exposeString('remedy', {
      nullable: true,
      description: 'Human-readable advice on what to do about the error. Null if there is none.',
    }),
    retryable: t.exposeBoolean('retryable', {
      description:
        'True only if sending the same request again is safe, because nothing was done or because doing it twice has the same effect as doing it once.',
    }),
    upstreamCode: t.exposeString('upstreamCode', {
      nullable: true,
      description:
        'Error code that Beeper sent, such as `NOT_FOUND`. It can tell apart errors that have the same `code`. Beeper does not publish a list of its codes. Null if Beeper did not cause the error, or sent no code.',
    }),
    requestID: t.id({
      description:
        'ID of this request in the `x-request-id` response header and in the gateway’s log. Include it when you report a problem.',
      resolve: (_failure, _args, context) => context.requestID,
    }),
  }),
});
