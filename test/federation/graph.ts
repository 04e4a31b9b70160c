import { createCRM } from '../../examples/crm-subgraph/subgraph.ts';
import { listen } from '../../examples/listen.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { type ComposerName, composers, subgraphs } from './compose.ts';
import { type RecordingProxy, startRecordingProxy } from './recordingProxy.ts';
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

type GraphOptions = Parameters<typeof startPair>[0] & {
  /** Replaces the router of the federation, for example by one with other options. */
  readonly startRouter?: (supergraph: string) => Promise<Router>;
};

/**
 * Starts a sandbox, the gateway, the CRM and a router, each on its own port; closed with `await using`.
 * The gateway has no access token, so upstream calls use the caller's or none.
 */
export async function startGraph(
  { router, composer }: Federation,
  { startRouter = routers[router], ...options }: GraphOptions = {},
): Promise<Graph> {
  const pair = await startPair({ accessToken: null, ...options });
  const crm = await listen(createCRM());
  const gatewayProxy = await startRecordingProxy(pair.gateway.origin);
  const crmProxy = await startRecordingProxy(crm.origin);
  const supergraph = supergraphAt(composer, { beeper: gatewayProxy.origin, crm: crmProxy.origin });
  const routing = await startRouter(supergraph);
  const served = await listen(routing.handler);

  const url = `${served.origin}/graphql`;
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
      for (const part of [served, routing, gatewayProxy, crmProxy, crm, pair])
        await part[Symbol.asyncDispose]();
    },
  };
}
