import { typeBrandKey } from '@pothos/core';
import type { Draft } from '../../beeper/chats/wire.ts';
import { DraftClearedFailure } from '../../failures.ts';
import { builder } from '../builder.ts';
import { BeeperError } from '../errorInterface.ts';
import { BeeperChatDraft } from './draft.ts';

builder.objectType(DraftClearedFailure, {
  name: 'BeeperDraftClearedError',
  description:
    'Replacing a draft stopped half-way: the earlier draft of the chat was cleared, or may have been, and the new one was not saved, or may not have been. `message` tells which. `code` and `retryable` are those of `failure`. Keep the text of the new draft, and send the request again if `retryable` is true.',
  interfaces: [BeeperError],
  fields: (t) => ({
    clearedDraft: t.field({
      type: BeeperChatDraft,
      nullable: true,
      description:
        'The earlier draft, if an earlier field of the same request returned the chat with it. It is as it was then: another device can have changed it in the meantime. Null otherwise, and if there was none. To keep a draft safe, read it before you overwrite it.',
      resolve: ({ clearedDraft }) => clearedDraft as Draft | null,
    }),
    failure: t.field({
      type: BeeperError,
      description:
        'The error of the step that failed, for what only its type has, such as `issues` or `retryAfterSeconds`. Its `message` and `remedy` are about that step alone: they do not mention the earlier draft.',
      // A copy, because graphql takes an Error for a failure of the field.
      resolve: ({ failure }) =>
        Object.assign({ ...failure, message: failure.message }, { [typeBrandKey]: failure.constructor }),
    }),
  }),
});
