import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { OperationTypeNode, print } from 'graphql';
import { type ClientOptions, createClient } from 'graphql-sse';
import type { Listen } from './listen.ts';

class SSELink extends ApolloLink {
  readonly #client;

  constructor(options: ClientOptions) {
    super();
    this.#client = createClient({ ...options, retryAttempts: 0 });
  }

  override request({ query, variables, operationName }: ApolloLink.Operation) {
    return new Observable<ApolloLink.Result>((sink) =>
      this.#client.subscribe(
        { query: print(query), variables, ...(operationName && { operationName }) },
        {
          next: (result) => sink.next(result as ApolloLink.Result),
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        },
      ),
    );
  }
}

const createApolloClient = (url: string, headers: Record<string, string>) =>
  new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new SSELink({ url, headers }),
      new HttpLink({ uri: url, headers }),
    ),
  });

export const listen: Listen = ({ url, headers, query, variables, onResult, onEnd }) => {
  const subscription = createApolloClient(url, headers)
    .subscribe({ query: gql(query), variables, errorPolicy: 'all', fetchPolicy: 'no-cache' })
    .subscribe({
      next: ({ data, error }) => onResult({ data, errors: error ? [error] : undefined }),
      error: onEnd,
      complete: () => onEnd(null),
    });
  return () => subscription.unsubscribe();
};
