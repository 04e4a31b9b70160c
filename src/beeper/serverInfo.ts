import { UnavailableFailure } from '../failures.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { NetworkError } from './errors.ts';
import { type FeatureFacts, featuresOf } from './features.ts';
import { identify, NotBeeperError, type ServerFacts } from './identify.ts';
import { type KnownServer, nameOf } from './serverWords.ts';
import type { Transport } from './transport.ts';

/** Remembers which server the gateway talks to. One per process. */
export interface ServerInfo {
  /**
   * Asks `GET /v1/info` once and keeps the answer; concurrent callers share the call.
   * @throws {UnavailableFailure} where the server does not answer as Beeper's API; the next call asks again.
   */
  facts(): Promise<ServerFacts>;
  /**
   * @returns the pinned dialect, or the one in `facts`; a promise only while it has to be asked for.
   * @throws {UnavailableFailure} as `facts`.
   */
  dialect(): Dialect | null | Promise<Dialect | null>;
  /** @returns what is known already; never asks. */
  known(): KnownServer;
  /** @returns which features the server has, as far as is known already; never asks. */
  features(): readonly FeatureFacts[];
  /**
   * Asks anew which server it is.
   * @param over the transport to use; by default the one of callers.
   * @param deadline when to give up, on the clock of `performance.now()`; in 3 s by default.
   * @returns null for one that does not tell, where `BEEPER_API` names its dialect.
   * @throws what `identify` throws.
   */
  look(over?: Transport, deadline?: number): Promise<ServerFacts | null>;
  /** @returns whether Beeper's API answers within 3 s. Asks each time, and never throws. */
  reachable(): Promise<boolean>;
  /**
   * Takes an answer's `X-Beeper-Desktop-Version` and `Date`. The app updates itself: a new version means asking again.
   */
  observe(version: string | null, date?: string | null): void;
  /** @returns by how many milliseconds the server's clock was ahead of ours in the last answer; null where none told. */
  clockAheadMs(): number | null;
  /** For connection failures: the app may come back as another version. */
  forget(): void;
}

/** @param pinned the dialect of `BEEPER_API`, or `auto` to tell it from the app's version. */
export function createServerInfo(transport: Transport, pinned: Dialect | 'auto'): ServerInfo {
  let pending: Promise<ServerFacts> | null = null;
  /** What `pending` has resolved to. */
  let current: ServerFacts | null = null;
  let known: ServerFacts | null = null;
  let seenVersion: string | null = null;
  let dated: string | null = null;
  let datedAt = 0;

  const forget = () => {
    pending = null;
    current = null;
  };

  const knownServer = (): KnownServer => {
    const pin = pinned === 'auto' ? null : pinned;
    if (known && (seenVersion === null || seenVersion === known.appVersion)) return { pinned: pin, ...known };
    if (seenVersion === null) return { isBeeper: null, appVersion: null, dialect: null, pinned: pin };
    // Seen in a header, which only Beeper's own app sends.
    return { isBeeper: true, appVersion: seenVersion, dialect: dialectOf(seenVersion), pinned: pin };
  };

  const ask = async (over = transport, deadline?: number): Promise<ServerFacts> => {
    const found = await identify(over, deadline);
    known = found;
    seenVersion = found.appVersion ?? (found.isBeeper ? seenVersion : null);
    return found;
  };

  const facts = () => {
    if (pending) return pending;
    const asked: Promise<ServerFacts> = ask().catch((cause: unknown) => {
      if (pending === asked) forget();
      throw cause instanceof NotBeeperError ? notBeeper(cause) : unknownVersion(cause, knownServer());
    });
    pending = asked;
    asked.then(
      (found) => {
        if (pending === asked) current = found;
      },
      () => {},
    );
    return asked;
  };

  const look = async (over?: Transport, deadline?: number) => {
    try {
      const found = await ask(over, deadline);
      pending = Promise.resolve(found);
      current = found;
      return found;
    } catch (error) {
      if (error instanceof NotBeeperError && error.status === 404 && pinned !== 'auto') return null;
      if (error instanceof NetworkError || error instanceof NotBeeperError) forget();
      throw error;
    }
  };

  return {
    facts,
    dialect() {
      if (pinned !== 'auto') return pinned;
      return current ? current.dialect : facts().then(({ dialect }) => dialect);
    },
    known: knownServer,
    features: () => featuresOf(knownServer()),
    look,
    reachable: () =>
      look().then(
        () => true,
        () => false,
      ),
    observe(version, date) {
      if (date != null) {
        dated = date;
        datedAt = Date.now();
      }
      if (version === null || version === seenVersion) return;
      const first = seenVersion === null;
      seenVersion = version;
      if (first && known && dialectOf(version) === known.dialect) return;
      forget();
    },
    forget,
    clockAheadMs() {
      const time = dated === null ? Number.NaN : Date.parse(dated);
      return Number.isNaN(time) ? null : clockDifference(time, datedAt);
    },
  };
}

/** The header names whole seconds: it was sent within one of them. */
function clockDifference(sentFrom: number, receivedAt: number): number {
  const sentBefore = sentFrom + 1_000;
  if (receivedAt < sentFrom) return sentFrom - receivedAt;
  return receivedAt > sentBefore ? sentBefore - receivedAt : 0;
}

const notBeeper = (cause: NotBeeperError) =>
  new UnavailableFailure('What answers at BEEPER_URL is not Beeper’s API.', {
    remedy:
      'Nothing was done. Check that BEEPER_URL points to Beeper Desktop and not to another program on that port. For a server without GET /v1/info, set BEEPER_API to its dialect.',
    cause,
  });

const unknownVersion = (cause: unknown, server: KnownServer) =>
  new UnavailableFailure('The version of Beeper could not be determined.', {
    remedy: `Nothing was done. Check that ${nameOf(server)} is running and that BEEPER_URL points to it, then try again.`,
    cause,
  });
