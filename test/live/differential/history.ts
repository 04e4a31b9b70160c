import fc from 'fast-check';

/** What happens in Beeper, to the connection to it, and in pages. Numbers choose a chat, message or page of those that there are. */
export type Step =
  | { readonly do: 'write' | 'read' | 'rename' | 'deleteChat' | 'markUnread'; readonly chat: number }
  | {
      readonly do: 'react' | 'unreact' | 'edit' | 'remove' | 'hide';
      readonly chat: number;
      readonly message: number;
    }
  | { readonly do: 'mute' | 'archive' | 'pin'; readonly chat: number }
  | { readonly do: 'startChat'; readonly account: number }
  | { readonly do: 'send'; readonly page: number; readonly chat: number }
  | { readonly do: 'drop'; readonly count: number }
  | { readonly do: 'kill' | 'silence' | 'malformed' | 'malformedWithSeq' }
  | { readonly do: 'slow'; readonly ms: number }
  | { readonly do: 'refuse'; readonly status: number; readonly count: number }
  | { readonly do: 'delayReads'; readonly ms: number; readonly count: number }
  | { readonly do: 'failReads'; readonly count: number }
  | { readonly do: 'pause' | 'goOn'; readonly page: number }
  | { readonly do: 'leave'; readonly page: number; readonly ms: number }
  | { readonly do: 'open'; readonly page: number; readonly chat: number; readonly pages: number };

export interface History {
  /** `name` of another server of the same API, which does not tell what it supports. */
  readonly app: { readonly name: string; readonly version: string };
  readonly removal: 'tombstone' | 'gone';
  readonly tellsReplaced: boolean;
  /** Whether the sandbox has all chats of its seed, so that lists have pages. */
  readonly hasAllChats: boolean;
  readonly sendAfterMs: number;
  /** Of what people write. Long ones fill the socket of a slow reader. */
  readonly textLength: number;
  /** Events that wait for a slow reader. */
  readonly maxPending: number;
  readonly pages: readonly PagePlan[];
  readonly steps: readonly (Step & { readonly thenMs: number })[];
}

export interface PagePlan {
  /** The chats that it subscribes to; null for all. */
  readonly chats: readonly number[] | null;
  /** The chats of which it reads messages, and how many pages of each. */
  readonly opens: readonly { readonly chat: number; readonly pages: number }[];
}

const chat = fc.nat({ max: 6 });
const page = fc.nat({ max: 1 });
const message = fc.nat({ max: 30 });
const pages = fc.constantFrom(1, 1, 2);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), chat }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('react' as const, 'unreact', 'edit', 'remove', 'hide'),
      chat,
      message,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('read' as const, 'rename', 'markUnread', 'mute', 'archive', 'pin'),
      chat,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteChat' as const), chat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('startChat' as const), account: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), page, chat }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('drop' as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('kill' as const, 'silence', 'malformed', 'malformedWithSeq'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slow' as const), ms: fc.constantFrom(0, 10, 40) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('refuse' as const),
      status: fc.constantFrom(500, 503),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('delayReads' as const),
      ms: fc.constantFrom(10, 50),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('failReads' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'goOn'), page }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('leave' as const), page, ms: fc.constantFrom(0, 60, 250) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), page, chat, pages }) },
);

const pagePlan: fc.Arbitrary<PagePlan> = fc.record({
  chats: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.uniqueArray(chat, { minLength: 1, maxLength: 4 }) },
  ),
  opens: fc.uniqueArray(fc.record({ chat, pages }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ chat }) => chat,
  }),
});

export const histories: fc.Arbitrary<History> = fc.record({
  app: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        name: fc.constant('Beeper'),
        version: fc.constantFrom('4.2.499', '4.2.557', '4.2.808', '4.3.73', '4.3.73'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        name: fc.constant('EasyMatrix'),
        version: fc.constantFrom('4.2.499', '4.2.557', '4.3.73'),
      }),
    },
  ),
  removal: fc.constantFrom('tombstone', 'gone'),
  tellsReplaced: fc.boolean(),
  hasAllChats: fc.constantFrom(...Array.from({ length: 9 }, () => false), true),
  sendAfterMs: fc.constantFrom(0, 10, 60),
  textLength: fc.constantFrom(...Array.from({ length: 7 }, () => 0), 50_000),
  maxPending: fc.constantFrom(3, 1_000),
  pages: fc.array(pagePlan, { minLength: 1, maxLength: 2 }),
  steps: fc.array(
    fc.tuple(step, fc.constantFrom(0, 0, 0, 1, 5, 20, 80)).map(([one, thenMs]) => ({ ...one, thenMs })),
    { minLength: 3, maxLength: 30 },
  ),
});
