import type { Context } from '../../context.ts';
import type { LiveStream } from '../../live/events.ts';

interface ChatEventsArgs {
  readonly chatIDs?: readonly string[] | null | undefined;
  /** Empty as null. */
  readonly after?: string | null | undefined;
}

/** @returns what happens in these chats, in all of them where none are named; ends with a failure. */
export const chatEvents = ({ chatIDs, after }: ChatEventsArgs, { live }: Context): LiveStream =>
  live.listen({ chatIDs: chatIDs ?? null, after: after || null });
