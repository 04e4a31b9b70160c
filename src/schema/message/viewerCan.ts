import { viewerCanDeleteFor, viewerCanEdit, viewerCanReact } from '../../resolvers/message/viewerCan.ts';
import { builder } from '../builder.ts';
import { BeeperDeleteScope } from './deleteScope.ts';
import { BeeperMessage } from './message.ts';

const source =
  'Costs no upstream call: it follows from the message, the capabilities of its chat and the version of Beeper. Null if unknown, as for a message that was read without its chat, unless `chat` is selected with more than its ID.';

builder.objectFields(BeeperMessage, (t) => ({
  viewerCanEdit: t.boolean({
    nullable: true,
    description: `Whether you can edit the message now: it is your own, has no attachments, and the network allows it at its age. A limit on the number of edits does not count, because that number is unknown. ${source}`,
    resolve: (message, _args, context) => viewerCanEdit(message, context),
  }),
  viewerCanDeleteFor: t.field({
    type: [BeeperDeleteScope],
    nullable: true,
    description: `For whom you can delete the message now. Empty if for nobody. ${source}`,
    resolve: (message, _args, context) => viewerCanDeleteFor(message, context),
  }),
  viewerCanReact: t.boolean({
    nullable: true,
    description: `Whether you can react to the message. ${source}`,
    resolve: (message, _args, context) => viewerCanReact(message, context),
  }),
}));
