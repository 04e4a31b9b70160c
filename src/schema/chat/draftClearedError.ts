import type { Draft } from '../../beeper/chats/wire.ts';
import { DraftClearedFailure } from '../../failures.ts';
import { builder } from '../builder.ts';
import { BeeperError } from '../errorInterface.ts';
import { BeeperChatDraft } from './draft.ts';

builder.objectType(DraftClearedFailure, {
  name: 'BeeperDraftClearedError',
  description:
    'The earlier draft of the chat was cleared, and the new one was not saved, or may not have been. `code`, `message` and `retryable` are those of the failure to save. Send the request again if `retryable` is true.',
  interfaces: [BeeperError],
  fields: (t) => ({
    clearedDraft: t.field({
      type: BeeperChatDraft,
      nullable: true,
      description:
        'The draft that was cleared, if an earlier field of the same request returned the chat with it. Null otherwise, and if there was none. To keep a draft safe, read it before you overwrite it.',
      resolve: ({ clearedDraft }) => clearedDraft as Draft | null,
    }),
  }),
});
