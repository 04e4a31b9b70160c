import { useQuery } from '@apollo/client/react';
import { type SubmitEvent, useState } from 'react';
import { send, useOutgoing } from '../data/outbox.ts';
import { graphql } from '../gql/index.ts';
import { MessageRow } from './MessageRow.tsx';

export const ConversationQuery = graphql(`
  query Conversation($id: ID!, $after: String, $first: Int = 30) {
    chat(id: $id) {
      id
      ...ChatRow
      viewerCanSend
      messages(first: $first, after: $after) {
        edges { cursor node { id sentWithKey ...MessageRow } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** The messages of a chat, and the field to write the next one. */
export function Conversation({ chatID }: { chatID: string }) {
  const { data } = useQuery(ConversationQuery, { variables: { id: chatID } });
  const outgoing = useOutgoing(chatID);
  const [text, setText] = useState('');
  const messages = data?.chat?.messages?.edges.map(({ node }) => node).toReversed() ?? [];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send({ chatID, text });
    setText('');
  };
  return (
    <section aria-label="Conversation">
      <ol>
        {messages.map((node) => (
          <li key={node.id}>
            <MessageRow message={node} />
          </li>
        ))}
        {outgoing.map(({ key, text, state }) => (
          <li key={key} data-state={state}>
            {text}
          </li>
        ))}
      </ol>
      <form onSubmit={submit}>
        <input value={text} onChange={(event) => setText(event.target.value)} aria-label="Message" />
        <button type="submit">Send</button>
      </form>
    </section>
  );
}
