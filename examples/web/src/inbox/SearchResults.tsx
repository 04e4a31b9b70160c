import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import { graphql } from '../gql/index.ts';
import { SkeletonRows } from '../ui/Loading.tsx';
import { FoundChat } from './FoundChat.tsx';
import { FoundMessage } from './FoundMessage.tsx';

const SearchQuery = graphql(`
  query Search($query: String!) {
    search(query: $query) {
      chats { id ...FoundChat }
      inGroups { id ...FoundChat }
      messages {
        edges { node { id ...FoundMessage } }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** What a search finds. While the next answer is on its way, the one before it stays, marked as busy. */
export function SearchResults({
  query,
  isTyping,
  chatID,
  opensFirst,
  onAnswer,
}: {
  query: string;
  /** Whether the words have changed since `query`. */
  isTyping: boolean;
  chatID: string | null;
  /** Whether to go to the first result, as soon as the answer to the words is there. */
  opensFirst: boolean;
  /** Called then, whether or not there is a first result. */
  onAnswer: () => void;
}) {
  // Shown at once if it was found before, and read again: the chats may have changed.
  const { data, previousData, error, loading, refetch } = useQuery(SearchQuery, {
    variables: { query },
    skip: !query,
    fetchPolicy: 'cache-and-network',
  });
  const found = (data ?? previousData)?.search;
  const isBusy = isTyping || loading;
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opensFirst || isBusy) return;
    onAnswer();
    results.current?.querySelector<HTMLElement>('[data-row]')?.click();
  }, [opensFirst, isBusy, onAnswer]);
  if (error && !isBusy) {
    return (
      <div className="list-notice">
        <QueryFailures error={error} onRetry={() => void refetch().catch(() => {})} />
      </div>
    );
  }
  if (!found) return <SkeletonRows count={6} label="Searching" />;
  const { chats, inGroups } = found;
  const messages = found.messages.edges.flatMap(({ node }) => node ?? []);
  const { hasNextPage } = found.messages.pageInfo;
  return (
    <div ref={results} className="found" aria-busy={isBusy}>
      <p
        role="status"
        className={
          isBusy || chats.length + inGroups.length + messages.length ? 'visually-hidden' : 'list-empty'
        }
      >
        {isBusy ? '' : summaryOf(query, chats.length, inGroups.length, messages.length)}
      </p>
      <Section title="Chats" isEmpty={chats.length === 0}>
        {chats.map((chat) => chat && <FoundChat key={chat.id} chat={chat} isOpen={chat.id === chatID} />)}
      </Section>
      <Section title={`Groups with “${query}”`} isEmpty={inGroups.length === 0}>
        {inGroups.map((chat) => chat && <FoundChat key={chat.id} chat={chat} isOpen={chat.id === chatID} />)}
      </Section>
      <Section
        title="Messages"
        hint={`${hasNextPage ? `These are the first ${messages.length}. ` : ''}Each opens its chat, at the newest message.`}
        isEmpty={messages.length === 0}
      >
        {messages.map((message) => (
          <FoundMessage key={message.id} message={message} query={query} />
        ))}
      </Section>
    </div>
  );
}

function Section({
  title,
  hint,
  isEmpty,
  children,
}: {
  title: string;
  hint?: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <section aria-label={title}>
      <h2 className="found-title">{title}</h2>
      {hint && <p className="found-hint">{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function summaryOf(query: string, chats: number, groups: number, messages: number): string {
  if (chats + groups + messages === 0) return `Nothing found for “${query}”.`;
  const counts = [count(chats, 'chat'), count(groups, 'group'), count(messages, 'message')];
  return `Found: ${counts.filter(Boolean).join(', ')}.`;
}

function count(n: number, noun: string): string {
  return n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}`;
}
