import { UnavailableFailure } from '../failures.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { NetworkError } from './errors.ts';
import { probe } from './probe.ts';
import type { Transport } from './transport.ts';
import { part, text } from './values.ts';

/** What is known of the server behind `BEEPER_URL`. */
export interface ServerFacts {
  /** The server's name; null where it sends none. */
  readonly appName: string | null;
  readonly appVersion: string | null;
  /** Whether it is Beeper's own app, by its name. */
  readonly isBeeper: boolean;
  /** Null for a server that implements Beeper's API under version numbers of its own. */
  readonly dialect: Dialect | null;
}

/** Remembers which server the gateway talks to. One per process. */
export interface ServerInfo {
  /**
   * Asks `GET /v1/info` once and keeps the answer; concurrent callers share the call.
   * @throws {UnavailableFailure} where the server does not answer; the next call asks again.
   */
  facts(): Promise<ServerFacts>;
  /**
   * @returns the pinned dialect, without asking, or the one in `facts`.
   * @throws {UnavailableFailure} as `facts`.
   */
  dialect(): Promise<Dialect | null>;
  /** @returns the app version if it is known already; never asks. */
  knownVersion(): string | null;
  /** @returns whether a server answers `GET /v1/info` within 3 s. Asks each time, and never throws. */
  reachable(): Promise<boolean>;
  /** Takes an answer's `X-Beeper-Desktop-Version`. The app updates itself: a new version means asking again. */
  observe(version: string | null): void;
  /** For connection failures: the app may come back as another version. */
  forget(): void;
}

/** @param pinned the dialect of `BEEPER_API`, or `auto` to tell it from the app's version. */
export function createServerInfo(transport: Transport, pinned: Dialect | 'auto'): ServerInfo {
  let pending: Promise<ServerFacts> | null = null;
  let known: ServerFacts | null = null;
  let seenVersion: string | null = null;

  const forget = () => {
    pending = null;
  };

  const ask = async (): Promise<ServerFacts> => {
    const answer = await transport.call(probe);
    seenVersion = answer.appVersion ?? seenVersion;
    // The route exists since 4.2.557.
    if (answer.status === 404)
      return { appName: null, appVersion: answer.appVersion, isBeeper: true, dialect: 'create-only' };
    if (answer.status !== 200) throw new Error(`GET /v1/info answered ${answer.status}`);
    const { name, version } = decodeInfo(answer.body);
    const appVersion = version ?? answer.appVersion;
    const isBeeper = name !== null && /^beeper\b/i.test(name);
    return {
      appName: name,
      appVersion,
      isBeeper,
      dialect: isBeeper || name === null ? dialectOf(appVersion) : null,
    };
  };

  const facts = () => {
    if (pending) return pending;
    const asked: Promise<ServerFacts> = ask().then(
      (found) => {
        known = found;
        return found;
      },
      (cause) => {
        if (pending === asked) forget();
        throw new UnavailableFailure('The version of Beeper could not be determined.', {
          remedy:
            'Nothing was done. Check that Beeper Desktop is running and that BEEPER_URL points to it, then try again.',
          cause,
        });
      },
    );
    pending = asked;
    return asked;
  };

  return {
    facts,
    dialect: async () => (pinned === 'auto' ? (await facts()).dialect : pinned),
    knownVersion: () => known?.appVersion ?? seenVersion,
    reachable: () =>
      transport.call(probe).then(
        () => true,
        (error) => {
          if (error instanceof NetworkError) forget();
          return false;
        },
      ),
    observe(version) {
      if (version === null || version === seenVersion) return;
      const first = seenVersion === null;
      seenVersion = version;
      if (first && known?.appVersion === version) return;
      if (first && known && dialectOf(version) === known.dialect) return;
      forget();
    },
    forget,
  };
}

/** What `/v1/info` says of the app. */
export interface AppInfo {
  readonly name: string | null;
  readonly version: string | null;
}

const info = part({ app: part({ name: text, version: text }) });

/** @returns nulls where the body says nothing that can be read. */
export function decodeInfo(body: unknown): AppInfo {
  return info.parse(body)?.app ?? { name: null, version: null };
}
