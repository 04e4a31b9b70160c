import { SEED_CHAT_IDS } from '../../src/sandbox/index.ts';
import type { MessageValuesQuery } from '../support/graphql/graphql.js';
import type { Pair } from '../support/pair.ts';
import { MessageValues } from '../support/readingDocuments.ts';

export type MessageValue = NonNullable<MessageValuesQuery['chat']>['messages']['nodes'][number];

/** All messages of a chat, of the specimens by default, oldest first; throws where there is an error. */
export async function messagesOf(
  pair: Pair,
  chatID: string = SEED_CHAT_IDS.everyKind,
): Promise<MessageValue[]> {
  const { data, errors } = await pair.gateway.query(MessageValues, { chatID });
  if (errors || !data?.chat) throw new Error(JSON.stringify(errors));
  return data.chat.messages.nodes.toReversed();
}

/** What a message becomes that Beeper sends with these fields. */
export async function messageWith(pair: Pair, fields: object): Promise<MessageValue> {
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: {
      items: [{ id: '1', chatID: SEED_CHAT_IDS.kishan, accountID: 'matrix', sortKey: '1', ...fields }],
      hasMore: false,
    },
  });
  const [message] = await messagesOf(pair, SEED_CHAT_IDS.kishan);
  if (!message) throw new Error('The message was left out');
  return message;
}
