import { seedChatIDs } from '../../src/sandbox/index.ts';
import type { MessageValuesQuery } from '../support/graphql/graphql.js';
import type { Pair } from '../support/pair.ts';
import { MessageValues } from '../support/queryDocuments.ts';

export type MessageValue = NonNullable<NonNullable<MessageValuesQuery['chat']>['messages']>['nodes'][number];

/** @returns up to 60 messages of a chat, oldest first; by default of the chat with one message of each kind. */
export async function readMessages(
  pair: Pair,
  chatID: string = seedChatIDs.everyKind,
): Promise<MessageValue[]> {
  const { data, errors } = await pair.gateway.query(MessageValues, { chatID });
  if (errors || !data?.chat?.messages) throw new Error(JSON.stringify(errors));
  return data.chat.messages.nodes.toReversed();
}

/** @returns the message as the gateway returns it if Beeper sends it with these fields. */
export async function readMessageSentWith(pair: Pair, fields: object): Promise<MessageValue> {
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: {
      items: [{ id: '1', chatID: seedChatIDs.kishan, accountID: 'matrix', sortKey: '1', ...fields }],
      hasMore: false,
    },
  });
  const [message] = await readMessages(pair, seedChatIDs.kishan);
  if (!message) throw new Error('The message is missing');
  return message;
}
