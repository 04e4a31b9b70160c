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
 * older than an event that overtakes it. A read that failed is repeated before the next event is applied.
 */
export function createEventQueue(page: LivePage) {
  let after: string | null = null;
  let isStale = false;
  let applied: Promise<unknown> = Promise.resolve();

  async function apply(event: ChatEvent): Promise<void> {
    if (event.__typename === 'BeeperLiveStarted' && !event.isResumed) isStale = true;
    if (event.__typename === 'BeeperLiveGap' && event.needsReload) isStale = true;
    if (isStale) await page.reload();
    isStale = false;
    switch (event.__typename) {
      case 'BeeperChatUpserted':
      case 'BeeperMessageUpserted':
        if (event.chat) page.put(event.chat);
        break;
      case 'BeeperChatDeleted':
        page.remove(event.chatID);
        break;
      default:
        // Types without a chat, and types that are newer than this page.
        break;
    }
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
