import type { ChatEventsSubscription, ChatRowFragment } from './gql/graphql.js';

export type ChatEvent = NonNullable<ChatEventsSubscription['chatEvents']>;

/** What a page does with the events of an inbox. */
export interface LivePage {
  /** Reads the first page of the inbox again. */
  reload(): Promise<unknown>;
  /** Puts the chat in the place of the one with its ID, or adds it. */
  put(chat: ChatRowFragment): void;
  remove(chatID: string): void;
}

/**
 * Applies events one after the other, so that one that arrives while the page reads waits for the answer: an answer can be
 * older than an event that overtakes it.
 */
export function createEventQueue(page: LivePage) {
  let after: string | null = null;
  /** There is a gap in what the page shows. */
  let isStale = false;
  let applied: Promise<unknown> = Promise.resolve();

  async function apply(event: ChatEvent): Promise<void> {
    switch (event.__typename) {
      case 'BeeperLiveStarted':
        if (!event.isResumed) isStale = true;
        break;
      case 'BeeperLiveGap':
        if (event.needsReload) isStale = true;
        break;
      case 'BeeperChatUpserted':
      case 'BeeperMessageUpserted':
        if (event.chat) page.put(event.chat);
        break;
      case 'BeeperChatDeleted':
        page.remove(event.chatID);
        break;
      default:
        // BeeperLiveEnded, messages that are not shown here, and types that are newer than this page.
        break;
    }
    // If it fails, the next event repeats it.
    if (isStale) await page.reload();
    isStale = false;
    if ('position' in event && event.position) after = event.position;
  }

  return {
    /** The place to go on from: `after` of the next subscription. */
    get after() {
      return after;
    },
    /** @param onFailure is called if the page can't be read. */
    add(event: ChatEvent | null | undefined, onFailure: (error: unknown) => void): void {
      if (event) applied = applied.then(() => apply(event)).catch(onFailure);
    },
  };
}
