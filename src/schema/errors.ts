import * as failures from '../failures.ts';
import { builder } from './builder.ts';
import { BeeperError } from './errorInterface.ts';

const BeeperInputIssue = builder.objectRef<failures.InputIssue>('BeeperInputIssue').implement({
  description: 'One thing that is wrong with the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description:
        'Where, from the argument down; list positions count from 0: `["input", "group", "participantIDs", "1"]`.',
    }),
    message: t.exposeString('message', {
      description: 'What is wrong and what is allowed: a sentence for people.',
    }),
    code: t.exposeString('code', {
      description:
        'Which rule is broken. The gateway’s own: `empty`, `blank`, `control_character`, `malformed_unicode`, `not_an_id`, `too_small`, `duplicate`, `invalid_format` (e-mail), `invalid_phone_number`, `missing_identifier`. Beeper’s rules come with Beeper’s codes.',
    }),
  }),
});

builder.objectType(failures.InvalidInputFailure, {
  name: 'BeeperInvalidInputError',
  description:
    'The input breaks a rule, the gateway’s or Beeper’s. Nothing was done. Show `issues` beside the fields.',
  interfaces: [BeeperError],
  fields: (t) => ({
    issues: t.expose('issues', {
      type: [BeeperInputIssue],
      description: 'All that is wrong, at once; never empty.',
    }),
  }),
});

builder.objectType(failures.UnauthenticatedFailure, {
  name: 'BeeperUnauthenticatedError',
  description:
    'No access token came with the request, or Beeper refuses it. Nothing was done. Ask for a new token.',
  interfaces: [BeeperError],
});

builder.objectType(failures.ForbiddenFailure, {
  name: 'BeeperForbiddenError',
  description:
    'The token lacks the scope for this, or the person can’t be messaged from this account. Nothing was done.',
  interfaces: [BeeperError],
});

builder.objectType(failures.NotFoundFailure, {
  name: 'BeeperNotFoundError',
  description:
    'Beeper knows no such account, person or chat. Nothing was done. `message` holds Beeper’s own words.',
  interfaces: [BeeperError],
});

builder.objectType(failures.ConflictFailure, {
  name: 'BeeperConflictError',
  description:
    'The account or chat is in a state that does not allow this now: an account that is disconnected, for example. Nothing was done.',
  interfaces: [BeeperError],
});

builder.objectType(failures.IdempotencyFailure, {
  name: 'BeeperIdempotencyError',
  description:
    'The idempotency key was used before, with another input. Nothing was done. Take a new key for each thing that you want done.',
  interfaces: [BeeperError],
});

builder.objectType(failures.RateLimitedFailure, {
  name: 'BeeperRateLimitedError',
  description:
    'Beeper asks for fewer requests, or the gateway’s budget of writes for a minute is used up. Nothing was done. Wait, then send the same request again.',
  interfaces: [BeeperError],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      nullable: true,
      description: 'How many seconds to wait; null where Beeper does not say.',
    }),
  }),
});

builder.objectType(failures.UnavailableFailure, {
  name: 'BeeperUnavailableError',
  description:
    'Beeper can’t be reached or is not ready. Nothing was done. Send the same request again later.',
  interfaces: [BeeperError],
});

builder.objectType(failures.UnsupportedFailure, {
  name: 'BeeperUnsupportedError',
  description: 'The Beeper behind the gateway can’t do this. Nothing was done. An update or a setting helps.',
  interfaces: [BeeperError],
  fields: (t) => ({
    requiredVersion: t.exposeString('requiredVersion', {
      nullable: true,
      description: 'The oldest app version that can, such as `4.2.557`; null where none is known to.',
    }),
    actualVersion: t.exposeString('actualVersion', {
      nullable: true,
      description: 'The app version that was asked; null where it is not known.',
    }),
  }),
});

builder.objectType(failures.UpstreamFailure, {
  name: 'BeeperUpstreamError',
  description:
    'Beeper, or the chat network behind it, failed while at it. Part of it may have been done: look before you try again.',
  interfaces: [BeeperError],
  fields: (t) => ({
    status: t.exposeInt('status', { description: 'The HTTP status that Beeper answered with.' }),
    upstreamCode: t.exposeString('upstreamCode', {
      nullable: true,
      description: 'Beeper’s own error code, of no published set; null where it gives none.',
    }),
  }),
});

builder.objectType(failures.OutcomeUnknownFailure, {
  name: 'BeeperOutcomeUnknownError',
  description:
    'The request was sent to Beeper and no usable answer came: it may have been done, or not. The gateway never sends it again; look in Beeper before you do.',
  interfaces: [BeeperError],
});

/** Every way a write can fail: the typed members of each mutation's result, beside its payload. */
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
