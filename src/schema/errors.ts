import * as failures from '../failures.ts';
import { builder } from './builder.ts';
import { BeeperError } from './errorInterface.ts';

const BeeperInputIssue = builder.objectRef<failures.InputIssue>('BeeperInputIssue').implement({
  description: 'One problem in the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description:
        'Path of the invalid value, starting with the argument. List positions count from 0, as in `["input", "group", "participantIDs", "1"]`.',
    }),
    message: t.exposeString('message', {
      description: 'Human-readable description of what is wrong and what is allowed.',
    }),
    code: t.exposeString('code', {
      description:
        'Code of the rule that the value breaks. Codes of the gateway: `empty`, `blank`, `control_character`, `malformed_unicode`, `not_an_id`, `route_word`, `too_small`, `too_big`, `too_long` (of a query: all of its IDs and texts together), `duplicate`, `invalid_format` (email address, name or MIME type of a file, idempotency key), `not_an_integer`, `invalid_phone_number`, `missing_identifier`, `missing_chat`, `missing` (neither a value nor null), `not_a_reaction_key`, `past` (reminder), `empty_time_span`; of lists: `invalid_cursor`, `missing_before`, `missing_last`, `two_directions`; of subscriptions: `invalid_position`; of references that a router sends: `not_a_reference`, `unknown_type`, `missing_key`. Rules of Beeper have Beeper’s own codes.',
    }),
  }),
});

builder.objectType(failures.InvalidInputFailure, {
  name: 'BeeperInvalidInputError',
  description:
    'The input breaks a rule of the gateway or of Beeper. Nothing was done. Show each of `issues` next to its form field.',
  interfaces: [BeeperError],
  fields: (t) => ({
    issues: t.expose('issues', {
      type: [BeeperInputIssue],
      description: 'The problems in the input, at most 20; `message` says if there are more. Never empty.',
    }),
  }),
});

builder.objectType(failures.UnauthenticatedFailure, {
  name: 'BeeperUnauthenticatedError',
  description:
    'The request has no access token, or Beeper rejected the token. Nothing was done. Get a new access token. Beeper also rejects mutations with a token that was created without “Allow sensitive actions”, although it can read.',
  interfaces: [BeeperError],
});

builder.objectType(failures.ForbiddenFailure, {
  name: 'BeeperForbiddenError',
  description:
    'The access token lacks the required scope, the person can’t be messaged from this account, or nobody is logged in to the server. Nothing was done. `remedy` tells which.',
  interfaces: [BeeperError],
});

builder.objectType(failures.NotFoundFailure, {
  name: 'BeeperNotFoundError',
  description:
    'Beeper does not know the account, person, chat or message. Nothing was done. `message` includes Beeper’s own message.',
  interfaces: [BeeperError],
});

builder.objectType(failures.ConflictFailure, {
  name: 'BeeperConflictError',
  description:
    'The current state of the account or chat does not allow the operation, for example because the account is disconnected. Nothing was done.',
  interfaces: [BeeperError],
});

builder.objectType(failures.IdempotencyFailure, {
  name: 'BeeperIdempotencyError',
  description:
    'The idempotency key was already used with a different mutation or input. Nothing was done. Use a new key for each operation.',
  interfaces: [BeeperError],
});

builder.objectType(failures.RateLimitedFailure, {
  name: 'BeeperRateLimitedError',
  description:
    'Beeper asks for fewer requests, or the caller (gateway key and access token) reached the gateway’s limit of new chats, messages, edits, deletions and reactions per minute. Nothing was done. Wait, then send the same request again.',
  interfaces: [BeeperError],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      nullable: true,
      description: 'Seconds to wait before you send the request again. Null if Beeper does not say.',
    }),
  }),
});

builder.objectType(failures.UnavailableFailure, {
  name: 'BeeperUnavailableError',
  description:
    'Beeper, or a service that the gateway needs, is unavailable. Nothing was done. Send the same request again later.',
  interfaces: [BeeperError],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      nullable: true,
      description:
        'Seconds to wait before you send the request again: 1 if the gateway could not send it yet, otherwise what Beeper says. Null if that is unknown.',
    }),
  }),
});

builder.objectType(failures.UnsupportedFailure, {
  name: 'BeeperUnsupportedError',
  description:
    'The connected Beeper does not support the operation. Nothing was done. `remedy` tells whether to update Beeper Desktop or to check the settings of the gateway.',
  interfaces: [BeeperError],
  fields: (t) => ({
    requiredVersion: t.exposeString('requiredVersion', {
      nullable: true,
      description:
        'Oldest version of Beeper Desktop that supports the operation, such as `4.2.557`. Null unless the gateway is connected to an older version of Beeper Desktop.',
    }),
    actualVersion: t.exposeString('actualVersion', {
      nullable: true,
      description:
        'Version of the app that the gateway is connected to; `beeper { appName }` names the app. Null if unknown.',
    }),
  }),
});

builder.objectType(failures.UpstreamFailure, {
  name: 'BeeperUpstreamError',
  description:
    'Beeper, or the network behind it, failed while processing the request, or something else than Beeper answered it. The operation may be partly done: check in Beeper before you try again.',
  interfaces: [BeeperError],
  fields: (t) => ({
    httpStatus: t.exposeInt('httpStatus', { description: 'HTTP status code of Beeper’s response.' }),
  }),
});

export const BeeperOutcomeUnknownError = builder.objectType(failures.OutcomeUnknownFailure, {
  name: 'BeeperOutcomeUnknownError',
  description:
    'The request was sent to Beeper, but no usable response arrived: it may or may not have been done. If `retryable` is true, send the same request again, with the same `idempotencyKey` if it has one: it is not done twice. Otherwise check in Beeper first.',
  interfaces: [BeeperError],
});

/** The error types in the result union of every mutation. */
export const writeFailures = [
  failures.InvalidInputFailure,
  failures.UnauthenticatedFailure,
  failures.ForbiddenFailure,
  failures.NotFoundFailure,
  failures.ConflictFailure,
  failures.IdempotencyFailure,
  failures.RateLimitedFailure,
  failures.UnavailableFailure,
  failures.UnsupportedFailure,
  failures.UpstreamFailure,
  failures.OutcomeUnknownFailure,
];
