import type { Failure, FailureCode } from '../failures.ts';
import { builder } from './builder.ts';

const codes: Record<FailureCode, { description: string }> = {
  INVALID_INPUT: { description: 'The input breaks a rule. Correct what `issues` names.' },
  UNAUTHENTICATED: { description: 'There is no access token, or Beeper refuses it. Ask for a new one.' },
  FORBIDDEN: { description: 'The token lacks the scope, or the person can’t be messaged from this account.' },
  NOT_FOUND: { description: 'Beeper knows no such account, person or chat.' },
  CONFLICT: { description: 'The account or chat is in a state that does not allow this now.' },
  IDEMPOTENCY_MISMATCH: { description: 'The idempotency key was used before, for another request.' },
  RATE_LIMITED: { description: 'Too many requests. Nothing was done; wait, then try again.' },
  UNAVAILABLE: { description: 'Beeper could not be asked. Nothing was done; try again.' },
  UNSUPPORTED: { description: 'This Beeper can’t do it. Another version can, or another setting helps.' },
  UPSTREAM_ERROR: { description: 'Beeper, or the chat network behind it, failed while at it.' },
  OUTCOME_UNKNOWN: { description: 'It was sent and no usable answer came. Look before you try again.' },
};

const BeeperErrorCode = builder.enumType('BeeperErrorCode', {
  description:
    'The kinds of failure, to switch on. The same codes stand in `extensions.code` of top-level errors. New ones may be added.',
  values: codes,
});

export const BeeperError = builder.interfaceRef<Failure>('BeeperError').implement({
  description:
    'What all typed errors have in common. Select it with `... on BeeperError { code message remedy retryable }` to be ready for members that are added later.',
  fields: (t) => ({
    code: t.expose('code', { type: BeeperErrorCode, description: 'Which kind of failure it is.' }),
    message: t.exposeString('message', { description: 'What happened: a sentence for people.' }),
    remedy: t.exposeString('remedy', {
      nullable: true,
      description: 'What can be done about it: a sentence for people.',
    }),
    retryable: t.exposeBoolean('retryable', {
      description:
        'True only if nothing can have been done, so that sending the same request again can’t do it twice.',
    }),
    requestID: t.id({
      description:
        'Names this request in the gateway’s log and in the `x-request-id` header. Quote it when you ask for help.',
      resolve: (_failure, _args, context) => context.requestID,
    }),
  }),
});
