import { client } from '../data/client.ts';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import type { BeeperFirstMessage, CreateChatMutation, StartChatMutation } from '../gql/graphql.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import type { ChatRequest } from './request.ts';

const StartChat = graphql(`
  mutation StartChat($input: StartChatInput!, $key: String!) {
    startChat(input: $input, idempotencyKey: $key) {
      __typename
      ... on StartChatPayload {
        chatID
        firstMessage
        personConfirmed
        chat { id ...ChatRow }
        chatError { ...Failure }
      }
      ... on BeeperError { ...Failure }
    }
  }
`);

const CreateChat = graphql(`
  mutation CreateChat($input: CreateChatInput!, $key: String!) {
    createChat(input: $input, idempotencyKey: $key) {
      __typename
      ... on CreateChatPayload { chatID firstMessage chat { id ...ChatRow } chatError { ...Failure } }
      ... on BeeperError { ...Failure }
    }
  }
`);

/** There is a chat. What else became of the request is for the person to read. */
export interface Opened {
  readonly chatID: string;
  readonly firstMessage: BeeperFirstMessage;
  /** False: the chat is somebody else's. Null if that was not checked. */
  readonly personConfirmed: boolean | null;
  /** Why the chat could not be read. It is there. */
  readonly chatError: FailureData | null;
}

type Outcome = { readonly opened: Opened } | { readonly failure: FailureData };

type Result = NonNullable<StartChatMutation['startChat'] | CreateChatMutation['createChat']>;

/** Starts or creates a chat. The same key never does it twice, so that a lost answer can be asked for again. */
export async function openChat(request: ChatRequest, key: string): Promise<Outcome> {
  try {
    if (request.mutation === 'startChat') {
      const { data, error } = await client.mutate({
        mutation: StartChat,
        variables: { input: request.input, key },
      });
      return data?.startChat ? outcomeOf(data.startChat) : { failure: failureOfError(error) };
    }
    const { data, error } = await client.mutate({
      mutation: CreateChat,
      variables: { input: request.input, key },
    });
    return data?.createChat ? outcomeOf(data.createChat) : { failure: failureOfError(error) };
  } catch (error) {
    return { failure: failureOfError(error) };
  }
}

function outcomeOf(result: Result): Outcome {
  switch (result.__typename) {
    case 'StartChatPayload':
      return { opened: { ...result, chatError: getFragmentData(FailureFragment, result.chatError) } };
    case 'CreateChatPayload':
      return {
        opened: {
          ...result,
          personConfirmed: null,
          chatError: getFragmentData(FailureFragment, result.chatError),
        },
      };
    default:
      // Each of the rest is an error: `adviceOf` has a case for every one.
      return { failure: getFragmentData(FailureFragment, result) };
  }
}
