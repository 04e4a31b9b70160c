import type { ChatEventsSubscription, ChatRowFragment } from './gql/graphql.js';

export type ChatEvent = NonNullable<ChatEventsSubscription['chatEvents']>;

/** What a page does with the events of an inbox. */
export interface LivePage {
  /**
   * Subscribes.
   * @param onEnd gets null, or why the stream is refused or lost.
   * @returns a function that leaves.
   */
  listen(
    after: string | null,
    onEvent: (event: ChatEvent | null | undefined) => void,
    onEnd: (error: unknown) => void,
  ): () => void;
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
  /** The place to go on from. */
  let after: string | null = null;
  /** There is a gap in what the page shows. */
  let isStale = false;
  let settled: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    const result = settled.then(task);
    settled = result.catch(() => {});
    return result;
  }

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
        // Messages that are not shown here, and types that are newer than this page.
        break;
    }
    // If it fails, the next stream repeats it.
    if (isStale) await page.reload().catch(unreadable);
    isStale = false;
    if ('position' in event && event.position) after = event.position;
  }

  /** `follow` of an inbox. */
  function follow(onChange: () => void, onEnd: (error: unknown) => void): () => void {
    let isOver = false;
    const end = (error: unknown) => {
      if (isOver) return;
      leave();
      onEnd(error);
    };
    const stop = page.listen(
      after,
      (event) =>
        inTurn(async () => {
          if (isOver || !event) return;
          if (event.__typename === 'BeeperLiveEnded') return end(event.error);
          await apply(event);
          if (!isOver) onChange();
        }).catch(end),
      (error) => inTurn(() => end(error)),
    );
    const leave = () => {
      isOver = true;
      stop();
    };
    return leave;
  }

  return {
    follow,
    /** Runs a read of a further page after what came before it, so that neither a reload nor an event overtakes it. */
    inTurn,
  };
}

/** Whatever the cause, it may be gone the next time: a token that is not valid ends the stream itself. */
export function unreadable(cause: unknown): never {
  throw new Error('The chats can’t be read.', { cause });
}
