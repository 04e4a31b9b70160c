import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { knownAccount } from '../../resolvers/account/knownAccount.ts';
import { isUsable } from '../account/status.ts';
import { builder } from '../builder.ts';
import { BeeperChat } from './chat.ts';

builder.objectField(BeeperChat, 'viewerCanSend', (t) =>
  t.boolean({
    nullable: true,
    description:
      'Whether you can send messages in this chat: false if it is read-only, or if its account is known not to be connected. Costs no upstream call: the status of the account counts only if the request reads accounts, as `account` does. Null if unknown, and for a merged chat: select it on the chats in its `merge`.',
    resolve: (chat, _args, context) => viewerCanSend(chat, context),
  }),
);

async function viewerCanSend(
  { isReadOnly, accountID, merge }: Chat,
  context: Context,
): Promise<boolean | null> {
  if (isReadOnly) return false;
  // A merged chat passes messages on, and its own account says nothing about the others.
  if (merge) return null;
  const account = await knownAccount(accountID, context);
  if (account && !isUsable(account.status)) return false;
  return isReadOnly === null || account === null ? null : true;
}
