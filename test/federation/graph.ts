import { createCRM } from '../../examples/crm-subgraph/subgraph.ts';
import { listen } from '../../examples/listen.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { type ComposerName, composers, subgraphs } from './compose.ts';
import { type Router, type RouterName, routers } from './routers.ts';
import { startTap, type Tap } from './tap.ts';

/** Each router with each supergraph that it loads. */
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
  /** Sends one operation to the router, with the sandbox's token unless `headers` say otherwise. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** What the router asks of each subgraph. */
  readonly toBeeper: Tap;
  readonly toCRM: Tap;
}

const composed = new Map<ComposerName, string>();

/** Composing takes a while, and its result is the same but for the addresses. */
function supergraphAt(composer: ComposerName, addresses: Record<string, string>): string {
  const supergraph = composed.get(composer) ?? composers[composer](subgraphs());
  composed.set(composer, supergraph);
  return Object.entries(addresses).reduce(
    (text, [name, origin]) => text.replaceAll(`http://${name}.invalid`, origin),
    supergraph,
  );
}

type GraphOptions = Parameters<typeof startPair>[0] & {
  /** In place of the federation's own router: the same one, set up in another way. */
  readonly startRouter?: (supergraph: string) => Promise<Router>;
};

/**
 * A sandbox, the gateway, the CRM and a router in front of both, each on a port of its own; closed with `await using`.
 * The gateway has no token of its own: Beeper sees the callers' or none.
 */
export async function startGraph(
  { router, composer }: Federation,
  { startRouter = routers[router], ...options }: GraphOptions = {},
): Promise<Graph> {
  const pair = await startPair({ accessToken: null, ...options });
  const crm = await listen(createCRM());
  const toBeeper = await startTap(pair.gateway.origin);
  const toCRM = await startTap(crm.origin);
  const supergraph = supergraphAt(composer, { beeper: toBeeper.origin, crm: toCRM.origin });
  const routing = await startRouter(supergraph);
  const served = await listen(routing.handler);

  return {
    sandbox: pair.sandbox,
    writes: pair.writes,
    toBeeper,
    toCRM,
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer sandbox-token', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, data, errors };
    },
    async [Symbol.asyncDispose]() {
      for (const part of [served, routing, toBeeper, toCRM, crm, pair]) await part[Symbol.asyncDispose]();
    },
  };
}
