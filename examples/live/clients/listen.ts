export interface ListenOptions {
  /** http://HOST/graphql */
  readonly url: string;
  readonly headers: Record<string, string>;
  /** A subscription. */
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly onResult: (result: { data?: unknown; errors?: readonly unknown[] | undefined }) => void;
  /** Called when it has ended, with the reason if it was not completed. graphql-sse also calls it after the caller has left. */
  readonly onEnd: (error: unknown) => void;
}

/** Subscribes; returns a function that leaves. */
export type Listen = (options: ListenOptions) => () => void;
