import type { Dialect } from './dialect.ts';
import type { KnownServer } from './serverWords.ts';

/** Reads and writes described as data. An `api.ts` builds them, one function per endpoint; the client runs them. */

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with query, every segment percent-encoded. */
  readonly path: string;
  /** Sent as JSON; left out for a request without a body. */
  readonly body?: object | undefined;
  /** The app version that introduced the route; left out where every version has it. */
  readonly since?: string;
}

/** In place of a request: why the server can't be asked. Nothing is sent then. */
export interface Unsupported {
  readonly unsupported: string;
  /** The oldest app version that can be asked; null where none is known. */
  readonly since: string | null;
  /** What else to do; follows what `since` and the settings suggest. */
  readonly remedy?: string;
}

/** @returns the request for a server of this dialect; null is a server with version numbers of its own. */
export type RequestForDialect = (dialect: Dialect | null, server: KnownServer) => Request | Unsupported;

/**
 * What the operation does when it is run more than once. `reads`: nothing. `idempotent`: the same as once. `changes`:
 * nothing more, but a network may count it, or refuse what is done already, so that it is not repeated. `creates`:
 * something else each time, so that only an idempotency key makes it safe to repeat.
 */
export type Effect = 'reads' | 'idempotent' | 'changes' | 'creates';

/** Remedies that depend on the operation: sentences for people. */
export interface Remedies {
  /** Where it was sent and no usable answer came. */
  readonly unknown: string;
  /** Where Beeper answers with 403. */
  readonly forbidden: string;
  /** Where Beeper answers with 404. */
  readonly notFound: string | (() => string);
  /** Where Beeper answers with 409; left out, the account may have to be reconnected. */
  readonly conflict?: string;
}

/**
 * Where a field of Beeper's is in the caller's input, by its dotted path in the request: `user.email` →
 * `["input", "user", "email"]`. The entry with the longest matching path counts; list positions behind it are added.
 * The entry `""` stands for everything else, and is `["input"]` where left out.
 */
export type InputPaths = Readonly<Record<string, readonly string[]>>;

export interface Read<Value> {
  /** The field of the GraphQL schema that is served; the log names the read by it. */
  readonly operation: string;
  /** As in `Request`. A path is read once per GraphQL request, however often it is asked for. */
  readonly path: string;
  /** @returns null for a body that holds no such value. */
  readonly decode: (body: unknown) => Value | null;
  /** The value for a 404 with Beeper's error; left out, a 404 is a failure. */
  readonly ifNotFound?: Value;
  /** The value for a server without the route; left out, that is a failure. */
  readonly ifRouteMissing?: Value;
  /** As in `Request`. */
  readonly since?: string;
  /**
   * Milliseconds from the arrival of the request to the end of a read that can be slow, in place of the usual time. Such a
   * read keeps no other waiting.
   */
  readonly timeoutMs?: number;
  /** Called only where Beeper rejects the input; left out, no argument is named. */
  readonly inputPaths?: () => InputPaths;
}

/** An endpoint's part of a `Write`; the resolver adds the rest. */
export interface WriteEndpoint<Result extends object, E extends Effect> {
  readonly effect: E;
  /** The content of the request in a fixed field order. Its hash detects a key that is reused for other input. */
  readonly sends: object;
  readonly request: Request | RequestForDialect;
  /**
   * What a success holds, read from the JSON body, or from null for an empty one. A replay keeps it in the store and
   * reads it with the same function, so that must accept its own output, and the result holds no names or texts of people.
   */
  readonly result: (body: unknown) => Result | null;
  readonly remedies: Remedies;
  /**
   * Whether an error other than a rejection, as of a proxy or of the network, says nothing about the outcome: messages
   * were delivered that got a 502. A 503 that says that Beeper is starting does not count as a rejection, either.
   */
  readonly isLostOnError?: true;
  /** Whether Beeper refuses with 409 what is done already: after a lost answer, that status says which state there is. */
  readonly conflictsOnceDone?: true;
}

export interface Write<Result extends object, E extends Effect = Effect> extends WriteEndpoint<Result, E> {
  /** Name of the mutation: the log and the idempotency key know the write by it. */
  readonly operation: string;
  /**
   * Called before it is sent, but not where it was sent before with the same idempotency key.
   * @throws {Failure} where it must not be sent.
   */
  readonly check?: () => void;
  /**
   * Which step of a mutation of several this is. Once the first one is sent, they all are: also when the caller disconnects,
   * and when the process is about to end.
   */
  readonly step?: 'first' | 'further';
  /** Called only where Beeper rejects the input. */
  readonly inputPaths: () => InputPaths;
}

/** The response to a write. */
export interface Sent<Result extends object> {
  readonly result: Result;
  /** The parsed body, for what `result` leaves out; null for an empty body. */
  readonly answer: unknown;
}
