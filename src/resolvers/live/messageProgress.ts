import type { Message } from '../../beeper/messages/wire.ts';
import { Queue } from '../../common/queue.ts';
import type { Context } from '../../context.ts';
import { Failure, NotFoundFailure, OutcomeUnknownFailure } from '../../failures.ts';
import { chat as readChat } from '../chat/chat.ts';
import type { MessageInChat } from '../message/connectMessages.ts';
import { type FoundSent, findSent, type SentPlace } from '../message/findSent.ts';
import { withoutChat } from '../message/message.ts';
import { MessageNews, type News } from './messageNews.ts';
import { sendState } from './sendState.ts';

/**
 * @returns a message that was sent: as it is now, then in each further state, until it is sent or has failed. Its last value
 * is a failure where that can't be told. Reads when an event gives a reason, and else more and more seldom.
 */
export const messageProgress = (
  place: SentPlace,
  context: Context,
): AsyncIterableIterator<MessageInChat | Failure> => new Progress(place, context).states;

class Progress {
  readonly states: Queue<MessageInChat | Failure>;
  readonly #place: SentPlace;
  readonly #context: Context;
  readonly #ids: Set<string>;
  readonly #news: MessageNews;
  readonly #told = new Set<string>();
  #hasLeft = false;

  constructor(place: SentPlace, context: Context) {
    this.#place = place;
    this.#context = context;
    this.#ids = new Set([place.pendingMessageID]);
    this.#news = new MessageNews(place.chatID, this.#ids, context);
    this.states = new Queue({
      onStart: () => void this.#run(),
      onLeave: () => {
        this.#hasLeft = true;
        this.#news.stop();
      },
    });
  }

  async #run(): Promise<void> {
    try {
      await this.#follow();
      this.states.end();
    } catch (error) {
      if (error instanceof Failure) this.states.put(error).end();
      else this.states.fail(error);
    } finally {
      this.#news.stop();
    }
  }

  /** @throws {Failure} where it ends before the message is sent or has failed. */
  async #follow(): Promise<void> {
    const { first, longest, missing, end } = this.#context.live.progressTimes;
    const endsAt = performance.now() + end;
    let seenAt = performance.now();
    let pause = first;
    let isFirst = true;
    let isKnown = false;
    let news: News = 'look';
    while (!this.#hasLeft) {
      if (news instanceof Error) throw news;
      const found = news === 'look' ? await this.#look(isFirst) : { ...news, isKnown: true };
      isFirst = false;
      isKnown ||= found?.isKnown === true;
      const now = performance.now();
      if (found?.message) {
        seenAt = now;
        if (await this.#tell(found.message)) return;
      } else if (found && now - seenAt >= missing) throw isKnown ? notTold() : notFound();
      if (now >= endsAt) throw notEnded(end);
      const restsUntil = Math.min(now + pause, endsAt);
      news = await this.#news.next(restsUntil - now);
      if (performance.now() >= restsUntil) pause = Math.min(2 * pause, longest);
    }
  }

  /** @returns null where Beeper can't be asked at the moment, except the first time. */
  async #look(isFirst: boolean): Promise<FoundSent | null> {
    const context = this.#context.forEvent();
    try {
      const found = await findSent(this.#place, context);
      if (isFirst && !found.message && !(await readChat(this.#place.chatID, context))) throw unknownChat();
      return found;
    } catch (failure) {
      if (isFirst || !(failure instanceof Failure && failure.retryable)) throw failure;
      return null;
    }
  }

  /** @returns whether this is the last state. */
  async #tell(found: Message): Promise<boolean> {
    const { chatID, pendingMessageID } = this.#place;
    const state = sendState(found, pendingMessageID, this.#context);
    this.#ids.add(found.id);
    if (!this.#told.has(state)) {
      this.#told.add(state);
      const message = await withoutChat(found, chatID, this.#context.forEvent());
      if (message) this.states.put({ requestedID: pendingMessageID, ...message });
    }
    return found.isDeleted === true || /^(SUCCESS|FAIL)/.test(state);
  }
}

const unknownChat = () =>
  new NotFoundFailure('Beeper does not know the chat.', {
    remedy: 'Use the `chatID` in the payload of `sendMessage`.',
  });

const notFound = () =>
  new NotFoundFailure('Beeper does not know a message with this ID.', {
    remedy:
      'Use the `pendingMessageID` in the payload of `sendMessage`. On a server that does not keep pending IDs, the gateway finds the message only if you sent it with an `idempotencyKey` within the last 24 hours, and if it is among the newest 20 or so of the chat: otherwise look into the chat.',
  });

const notTold = () =>
  new OutcomeUnknownFailure('The message has another ID now, and which one it is can’t be told.', {
    retryable: false,
    remedy:
      'Look into the chat before you send it again. Another message with the same text was sent at about the same time.',
  });

const notEnded = (afterMs: number) =>
  new OutcomeUnknownFailure(
    `The message is still being sent after ${Math.round(afterMs / 60_000)} minutes.`,
    {
      retryable: true,
      remedy: 'Subscribe again to wait longer. Do not send the message again: it can still arrive.',
    },
  );
