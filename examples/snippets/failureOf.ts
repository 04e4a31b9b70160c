/** Why a request or a stream failed. */
export interface Failure {
  readonly message: string;
  readonly remedy: string | null;
  /** Whether it can succeed later, without another token or setting. */
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;
}

interface GraphQLFailure {
  readonly message: string;
  readonly extensions?: Partial<Failure>;
}

/** Where the clients have what the gateway said. */
interface Thrown extends Partial<Failure>, Partial<GraphQLFailure> {
  /** Of urql. */
  readonly graphQLErrors?: readonly GraphQLFailure[];
  /** Of Apollo Client. */
  readonly errors?: readonly GraphQLFailure[];
  /** Of Apollo Client, if the gateway refuses the request. */
  readonly bodyText?: string;
  /** graphql-request has read its body, and graphql-sse has not. */
  readonly response?: Partial<Response> & { readonly errors?: readonly GraphQLFailure[] };
}

/**
 * @param error what a client throws, the error that ended a stream, or null.
 * @returns what the gateway said, with any of the clients.
 */
export async function failureOf(error: unknown): Promise<Failure> {
  const thrown = (error ?? {}) as Thrown;
  const { response } = thrown;
  const [said = thrown] =
    thrown.graphQLErrors ?? thrown.errors ?? response?.errors ?? (await errorsInBody(thrown));
  const { remedy, retryable, retryAfterSeconds } = said.extensions ?? (said as Partial<Failure>);
  const { status = 0, headers } = response ?? {};
  return {
    message: said.message ?? 'The stream ended.',
    remedy: remedy ?? null,
    // Without the gateway's own word, as from a proxy: not if it is the request that is wrong.
    retryable: retryable ?? (status < 400 || status >= 500 || status === 429),
    retryAfterSeconds: retryAfterSeconds ?? (Number(headers?.get('retry-after')) || null),
  };
}

/** For graphql-sse, which aborts the request when its error arrives: `fetch` whose refusals can be read afterwards. */
export async function fetchStream(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  return response.ok ? response : new Response(await response.text(), response);
}

async function errorsInBody({ bodyText, response }: Thrown): Promise<readonly GraphQLFailure[]> {
  try {
    const body = bodyText ?? (await response?.clone?.().text()) ?? '';
    // That of a refused stream can be an event.
    return JSON.parse(/^data: (.*)/m.exec(body)?.[1] ?? body).errors ?? [];
  } catch {
    // No answer, or one that is not JSON.
    return [];
  }
}
