import { createCRM } from '../../examples/crm-subgraph/subgraph.ts';
import { listen } from '../../examples/listen.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recordingProxy.ts';
import { type ComposerName, composers, subgraphs } from './compose.ts';
import { type Router, type RouterName, routers } from './routers.ts';

/** Every combination of router and composer. */
export const federations = (Object.keys(routers) as RouterName[]).flatMap((router) =>
  (Object.keys(composers) as ComposerName[]).map((composer) => ({ router, composer })),
);

export type Federation = (typeof federations)[number];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: GraphQLAnswer<never>['errors'] | undefined;
}

export interface Graph extends Pick<Pair, 'sandbox' | 'writes'>, AsyncDisposable {
  /** The URL of the router. */
  readonly url: string;
  readonly live: Pair['gateway']['live'];
  /** Sends an operation to the router; by default with the sandbox's token. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Between the router and the gateway. */
  readonly gatewayProxy: RecordingProxy;
  /** Between the router and the CRM. */
  readonly crmProxy: RecordingProxy;
}

const composed = new Map<ComposerName, string>();

/** Composes once per composer: the supergraphs differ only in the addresses, and composing is slow. */
function supergraphAt(composer: ComposerName, addresses: Record<string, string>): string {
  const supergraph = composed.get(composer) ?? composers[composer](subgraphs());
  composed.set(composer, supergraph);
  return Object.entries(addresses).reduce(
    (text, [name, origin]) => text.replaceAll(`http://${name}.invalid`, origin),
    supergraph,
  );
}

type StartRouter = (supergraph: string) => Promise<Router>;

type GraphOptions = Parameters<typeof startPair>[0] & {
  /** Replaces the router of the federation, for example by one with other options. */
  readonly startRouter?: StartRouter;
};

/** A router, with proxies whose servers can change. */
interface Routing extends Pick<Graph, 'url' | 'gatewayProxy' | 'crmProxy'>, AsyncDisposable {}

async function startRouting(composer: ComposerName, startRouter: StartRouter): Promise<Routing> {
  const gatewayProxy = await startRecordingProxy();
  const crmProxy = await startRecordingProxy();
  const supergraph = supergraphAt(composer, { beeper: gatewayProxy.origin, crm: crmProxy.origin });
  const router = await startRouter(supergraph);
  const served = await listen(router.handler);
  return {
    url: `${served.origin}/graphql`,
    gatewayProxy,
    crmProxy,
    async [Symbol.asyncDispose]() {
      for (const part of [served, router, gatewayProxy, crmProxy]) await part[Symbol.asyncDispose]();
    },
  };
}

/** Of this process, by federation: a router that has planned once answers at once, and it keeps nothing of a caller. */
const idle = new Map<string, Routing>();

/** @returns a router of the federation that is used by nobody else, which goes back to `idle` in the end. */
async function takeRouting({ router, composer }: Federation): Promise<Routing> {
  const name = `${router} ${composer}`;
  const routing = idle.get(name) ?? (await startRouting(composer, routers[router]));
  idle.delete(name);
  return { ...routing, [Symbol.asyncDispose]: async () => void idle.set(name, routing) };
}

/**
 * Starts a sandbox, the gateway and the CRM behind a router, each on its own port; closed with `await using`.
 * The gateway has no access token, so upstream calls use the caller's or none.
 */
export async function startGraph(
  federation: Federation,
  { startRouter, ...options }: GraphOptions = {},
): Promise<Graph> {
  const pair = await startPair({ accessToken: null, ...options });
  const crm = await listen(createCRM());
  const routing = startRouter
    ? await startRouting(federation.composer, startRouter)
    : await takeRouting(federation);
  const { url, gatewayProxy, crmProxy } = routing;
  gatewayProxy.pointTo(pair.gateway.origin);
  crmProxy.pointTo(crm.origin);
  return {
    url,
    sandbox: pair.sandbox,
    live: pair.gateway.live,
    writes: pair.writes,
    gatewayProxy,
    crmProxy,
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer sandbox-token', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, data, errors };
    },
    async [Symbol.asyncDispose]() {
      for (const part of [pair, crm, routing]) await part[Symbol.asyncDispose]();
    },
  };
}
