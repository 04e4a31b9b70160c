/** Where things go in lists that were read in part. Knows neither Apollo Client nor the page. */

/** What decides about the place of a message. */
interface MessagePlace {
  readonly chatID: string;
  /** An integer of any size, as a rule. Servers other than Beeper’s own app do not tell it in events. */
  readonly sortKey: string | null;
  readonly timestamp: string | null;
}

/**
 * @param list the messages that were read, newest first.
 * @param isWhole whether there are no older messages than these.
 * @returns the index to add a message at. Null if it is older than all that were read: it comes with its page.
 */
export function placeOfMessage(
  list: readonly MessagePlace[],
  message: MessagePlace,
  isWhole: boolean,
): number | null {
  return placeIn(list, (other) => isOlder(other, message), isWhole);
}

/**
 * @param list the times of the last activity of the chats that were read, newest first.
 * @param isWhole whether there are no further chats.
 * @returns the index to add a chat at. Null if it belongs behind those that were read.
 */
export function placeOfChat(
  list: readonly (string | null)[],
  lastActivity: string | null,
  isWhole: boolean,
): number | null {
  return placeIn(list, (other) => timeOf(other) < timeOf(lastActivity), isWhole);
}

function placeIn<Item>(
  list: readonly Item[],
  isBehind: (item: Item) => boolean,
  isWhole: boolean,
): number | null {
  const index = list.findIndex(isBehind);
  if (index >= 0) return index;
  return isWhole ? list.length : null;
}

function isOlder(one: MessagePlace, other: MessagePlace): boolean {
  const keys = [one.sortKey, other.sortKey].filter((key) => key !== null && /^-?\d+$/.test(key));
  // Sort keys of two chats, as in a merged one, have nothing to do with each other.
  if (one.chatID === other.chatID && keys.length === 2) {
    return BigInt(one.sortKey as string) < BigInt(other.sortKey as string);
  }
  // Without a time, what an event brings is taken for the newest.
  if (other.timestamp === null) return true;
  return timeOf(one.timestamp) < timeOf(other.timestamp);
}

const timeOf = (time: string | null): number => (time === null ? -Infinity : Date.parse(time));
