import type { DocumentNode, ObservableQuery, OperationVariables } from '@apollo/client';
import { failureOfError } from '../failures/NoAnswer.ts';
import type { ChatQuery as ChatQueryResult } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';
import type { ToRead } from './applyEvent.ts';
import { hideChat, mergedChatOf, showChat } from './chatLists.ts';
import { client } from './client.ts';
import { forgetMessages } from './messageLists.ts';

const ChatQuery = graphql(`
  query Chat($id: ID!) { chat(id: $id) { id ...ChatRow } }
`);

/** At most this many items of a list are read again. What was loaded beyond stays as it is. */
const maxItems = 200;
const minPauseMs = 500;
const maxPauseMs = 10_000;

/** Reads again what the page shows, without a sign of it. Tries again until there is an answer. */
export async function readAgain(what: ToRead): Promise<void> {
  const queries = [...client.getObservableQueries('active')];
  if (what === 'everything') {
    generation++;
    const shown = new Set(queries.map(chatIDOf));
    for (const chatID of chatIDsInCache()) if (!shown.has(chatID)) forgetMessages(client.cache, chatID);
    await Promise.all(queries.map(readQueryAgain));
    return;
  }
  await Promise.all(
    what.map(async ({ chatID, withMessages }) => {
      await readChat(chatID);
      if (!withMessages) return;
      const chatIDs = [chatID, mergedChatOf(client.cache, chatID)].filter((id) => id !== null);
      const shown = queries.filter((query) => chatIDs.includes(chatIDOf(query) ?? ''));
      if (shown.length === 0) for (const id of chatIDs) forgetMessages(client.cache, id);
      await Promise.all(shown.map(readQueryAgain));
    }),
  );
}

/** Reads what the inbox shows of a chat. */
async function readChat(id: string): Promise<void> {
  const data = await readInto<ChatQueryResult>(ChatQuery, { id });
  if (data?.chat) showChat(client.cache, data.chat.id);
  else if (data) hideChat(client.cache, id);
}

/** Reads as many items as are shown. The component that shows them gets them from the cache, and never sees itself loading. */
async function readQueryAgain(shown: ObservableQuery): Promise<void> {
  const { data, error } = shown.getCurrentResult();
  if (error && !data) {
    await shown.refetch().catch(() => {});
    return;
  }
  const variables = { ...shown.variables };
  // Defaults of variables are among them.
  if ('first' in variables) variables.first = Math.max(variables.first, Math.min(maxItems, lengthOf(data)));
  await readInto(shown.query, variables);
}

/**
 * Reads into the cache, until it works. An answer without the chat or the list is not put in the place of what is shown.
 *
 * @returns the answer. Null if trying again is useless, or if everything is read again meanwhile.
 */
async function readInto<Data>(query: DocumentNode, variables: OperationVariables): Promise<Data | null> {
  const begun = generation;
  for (let pauseMs = minPauseMs; begun === generation; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
    const { data, error } = await client.query({
      query,
      variables,
      fetchPolicy: 'no-cache',
      context,
    });
    // The answer can be older than what was read meanwhile.
    if (begun !== generation) return null;
    if (data && (!error || Object.values(data).every((field) => field !== null))) {
      client.writeQuery({ query, variables, data });
      return data as Data;
    }
    if (!failureOfError(error).retryable) return null;
    await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
  }
  return null;
}

/** A query that is on its way already could be answered with what was before. */
const context = { queryDeduplication: false };

/** Counts how often everything was read again. */
let generation = 0;

/** Of a query of one chat. */
const chatIDOf = ({ variables }: ObservableQuery): string | undefined => variables?.id;

/** @returns how many items of its list a query has loaded. */
function lengthOf(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  if ('edges' in data && Array.isArray(data.edges)) return data.edges.length;
  return Math.max(0, ...Object.values(data).map(lengthOf));
}

function chatIDsInCache(): string[] {
  const prefix = 'BeeperChat:';
  return Object.keys(client.extract() as object)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
