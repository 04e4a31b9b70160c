import { UnavailableFailure } from '../failures.ts';
import { decodeInfo } from './decode.ts';
import { dialectOf } from './dialect.ts';
import { NetworkFault } from './errors.ts';
import type { Transport } from './transport.ts';
import type { Dialect } from './types.ts';

/** An app that is starting is slow to answer; one that hangs is not waited for. */
const probeDeadlineMs = 3_000;

/** What is known of the server behind `BEEPER_URL`. */
export interface UpstreamFacts {
  /** What the server calls itself; null where it does not say. */
  readonly appName: string | null;
  readonly appVersion: string | null;
  /** Null for a server that speaks Beeper's API under version numbers of its own. */
  readonly dialect: Dialect | null;
}

/** The one memory of which Beeper the gateway talks to. */
export interface Upstream {
  /**
   * Asks `GET /v1/info` once and keeps the answer; concurrent callers share the one call.
   * @throws {UnavailableFailure} where it can't be asked now; the next call asks again.
   */
  facts(): Promise<UpstreamFacts>;
  /**
   * @returns the pinned dialect, without asking, or the one in `facts`.
   * @throws {UnavailableFailure} as `facts`.
   */
  dialect(): Promise<Dialect | null>;
  /** @returns the app version as far as it is known already; never asks. */
  knownVersion(): string | null;
  /** @returns whether a server answers `GET /v1/info` within 3 s, asked anew; never throws. */
  reachable(): Promise<boolean>;
  /** Takes note of an answer's `X-Beeper-Desktop-Version`: another version means asking anew, the app updates itself. */
  observe(version: string | null): void;
  /** After a connection failure: the app may come back as another version. */
  forget(): void;
}

/** @param pinned the dialect of `BEEPER_API`, or `auto` to tell it from the app's version. */
export function createUpstream(transport: Transport, pinned: Dialect | 'auto'): Upstream {
  let kept: Promise<UpstreamFacts> | null = null;
  let known: UpstreamFacts | null = null;
  let seenVersion: string | null = null;

  const forget = () => {
    kept = null;
  };

  const ask = async (): Promise<UpstreamFacts> => {
    const answer = await probe(transport);
    seenVersion = answer.appVersion ?? seenVersion;
    if (answer.status === 404) {
      // The route came with 4.2.557.
      return { appName: null, appVersion: answer.appVersion, dialect: 'create-only' };
    }
    if (answer.status !== 200) throw new Error(`GET /v1/info answered ${answer.status}`);
    const { name, version } = decodeInfo(answer.body);
    const appVersion = version ?? answer.appVersion;
    const isBeeper = name === null || /^beeper\b/i.test(name);
    return { appName: name, appVersion, dialect: isBeeper ? dialectOf(appVersion) : null };
  };

  const facts = () => {
    if (kept) return kept;
    const asked: Promise<UpstreamFacts> = ask().then(
      (found) => {
        known = found;
        return found;
      },
      (cause) => {
        if (kept === asked) forget();
        throw new UnavailableFailure('Beeper does not say which version it is.', {
          remedy:
            'Nothing was done. Check that Beeper Desktop runs and that BEEPER_URL points to it, then try again.',
          cause,
        });
      },
    );
    kept = asked;
    return asked;
  };

  return {
    facts,
    dialect: async () => (pinned === 'auto' ? (await facts()).dialect : pinned),
    knownVersion: () => known?.appVersion ?? seenVersion,
    reachable: () =>
      probe(transport).then(
        () => true,
        (fault) => {
          if (fault instanceof NetworkFault) forget();
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

/** No token: the route needs none, and what answers may not be Beeper at all. */
const probe = (transport: Transport) =>
  transport.call({ method: 'GET', path: '/v1/info', token: null, deadlineMs: probeDeadlineMs });
