import * as api from '../../beeper/chats/api.ts';
import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { UnsupportedFailure } from '../../failures.ts';
import {
  type Connection,
  type ConnectionArgs,
  connect,
  defaultPageSize,
  emptyConnection,
} from '../paging/connect.ts';

/**
 * @returns the chats that match every part of `search`.
 * @throws {UnsupportedFailure} for a label, where Beeper has no labels.
 */
export async function searchChats(
  search: api.ChatSearch,
  args: ConnectionArgs,
  context: Context,
): Promise<Connection<Chat>> {
  const { beeper } = context;
  if (search.labelID != null && !(await isLabel(search.labelID, context))) return emptyConnection;
  return connect(args, defaultPageSize.searchChats, {
    fetch: ({ limit, ...page }) => beeper.read(api.searchChats(search, limit, page)),
    idOf: ({ id }) => id,
    moves: true,
  });
}

/**
 * Whether Beeper lists the label. An app that does not know `labelID` ignores it and returns all chats, so that it is not
 * asked. Nor is one that does not list this label: no chat can have it then, and no document says what Beeper finds for a
 * label that it does not know.
 */
async function isLabel(labelID: string, { beeper, serverInfo }: Context): Promise<boolean> {
  const { isSupported, labels } = await beeper.read(api.getLabels());
  if (isSupported) return labels.some(({ id }) => id === labelID);
  const { isBeeper, appVersion } = serverInfo.known();
  throw new UnsupportedFailure('The server behind the gateway has no labels.', {
    remedy:
      isBeeper === false
        ? 'Leave out `labelID`.'
        : 'Leave out `labelID`, or update Beeper Desktop: labels came after 4.3.0.',
    requiredVersion: null,
    actualVersion: appVersion,
  });
}
