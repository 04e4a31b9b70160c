import { z } from 'zod';
import { countDropped } from '../../../../src/beeper/dropped.ts';
import { chatElsewhere } from '../chats/wire.ts';
import { message } from '../messages/wire.ts';
import { type Page, page } from '../page.ts';
import { entries, list, orNull, reader } from '../values.ts';

const chatsOf = z.object({ chats: entries('chat', chatElsewhere) });
const bareChat = (id: string | null, accountID: string | null) =>
  chatElsewhere.safeParse({ id, accountID }).data;

const foundMessages = z
  .unknown()
  .transform((body, context) => {
    const found = page('message', message).safeParse(body).data;
    const beside = chatsOf.safeParse(body).data;
    if (found && beside) return { found, beside };
    context.addIssue('This is no page of messages');
    return z.NEVER;
  })
  .transform(({ found, beside }) => {
    const items = found.items.flatMap((one) => {
      const known = beside.chats?.find(({ key }) => key === one.chatID)?.value;
      const chat = known ?? bareChat(one.chatID, one.accountID);
      if (chat) return [{ ...one, chat, isChatUnknown: known === undefined }];
      countDropped('message');
      return [];
    });
    return { ...found, items };
  });

type FoundMessages = Page<z.output<typeof foundMessages>['items'][number]>;

/** @returns null for a body that is not a page. */
export const decodeFoundMessages: (body: unknown) => FoundMessages | null = reader(foundMessages);

const none: FoundMessages = { items: [], hasMore: false, oldestCursor: null, newestCursor: null };

const results = z
  .object({
    results: z.object({
      chats: list('chat', chatElsewhere),
      in_groups: list('chat', chatElsewhere),
      messages: orNull(foundMessages),
    }),
  })
  .transform(({ results: { chats, in_groups, messages } }) => ({
    chats: chats ?? [],
    inGroups: in_groups ?? [],
    messages: messages ?? none,
  }));

/** @returns null for a body without results. */
export const decodeSearch: (body: unknown) => z.output<typeof results> | null = reader(results);
