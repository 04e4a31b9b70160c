import { Counter, Gauge, type Registry } from 'prom-client';

type Numbers = Readonly<Record<string, number>>;

/** What other parts of the gateway count and know anyway. It is read at a scrape, and causes no call. */
export interface StateSources {
  /** Calls to Beeper, as `ResilientTransport.state` tells. */
  readonly upstream: () => {
    readonly circuit: string;
    readonly places: Places;
    readonly slowPlaces: Places;
    readonly repeats: number;
    readonly rejected: Numbers;
  };
  /** Operations that run and wait. */
  readonly requests: () => Pick<Places, 'running' | 'waiting'>;
  /** Open subscriptions, and the sockets to Beeper that serve them. */
  readonly live: () => { readonly streams: number; readonly sockets: number };
  /** Requests with an idempotency key, by what became of them. */
  readonly keys: () => object;
  /** Writes so far whose outcome is unknown. */
  readonly unknownOutcomes: () => number;
  readonly store: () => { readonly isUsable: boolean; readonly errors: ReadonlyMap<string, number> };
  /** Whether Beeper could be used when it was asked last; null before. */
  readonly isBeeperReady: () => boolean | null;
}

interface Places {
  readonly running: number;
  readonly waiting: number;
  readonly limit: number;
}

interface Metric {
  readonly name: string;
  readonly help: string;
  /** The label that tells values apart; left out for a single value. */
  readonly label?: string;
  /** @returns the values by that label; the key is of no interest for a single value. */
  readonly read: () => Numbers;
}

/** Adds metrics whose values are read at each scrape. */
export function addStateMetrics(registry: Registry, sources: StateSources): void {
  const { upstream, requests, live, keys, unknownOutcomes, store, isBeeperReady } = sources;
  addGauge(registry, {
    name: 'beeper_graphql_circuit_state',
    help: '1 for the state of the circuit in front of Beeper, 0 for the others.',
    label: 'state',
    read: () => ({ closed: 0, open: 0, 'half-open': 0, [upstream().circuit]: 1 }),
  });
  for (const part of ['running', 'waiting', 'limit'] as const) {
    addGauge(registry, {
      name: `beeper_graphql_upstream_calls_${part}`,
      help: placesHelp[part],
      label: 'pool',
      read: () => ({ all: upstream().places[part], slow: upstream().slowPlaces[part] }),
    });
  }
  addCounter(registry, {
    name: 'beeper_graphql_upstream_repeats_total',
    help: 'Calls to Beeper that repeated an earlier one.',
    read: () => ({ all: upstream().repeats }),
  });
  addCounter(registry, {
    name: 'beeper_graphql_upstream_calls_rejected_total',
    help: 'Calls to Beeper that were not sent: circuit-open or too-busy.',
    label: 'reason',
    read: () => upstream().rejected,
  });
  addGauge(registry, {
    name: 'beeper_graphql_requests_running',
    help: 'Operations that run.',
    read: () => ({ all: requests().running }),
  });
  addGauge(registry, {
    name: 'beeper_graphql_requests_waiting',
    help: 'Operations that wait for others to end. After 250 ms they are refused.',
    read: () => ({ all: requests().waiting }),
  });
  addGauge(registry, {
    name: 'beeper_graphql_streams',
    help: 'Open subscriptions. Beyond GATEWAY_STREAMS, further ones are refused.',
    read: () => ({ all: live().streams }),
  });
  addGauge(registry, {
    name: 'beeper_graphql_event_sockets',
    help: 'Open WebSockets to Beeper: one for each token with subscriptions, unless the server sends no events.',
    read: () => ({ all: live().sockets }),
  });
  addCounter(registry, {
    name: 'beeper_graphql_idempotency_keys_total',
    help: 'Mutations with an idempotency key: claimed, replayed, mismatched, unknown, or found by looking.',
    label: 'outcome',
    read: () => ({ ...keys() }),
  });
  addCounter(registry, {
    name: 'beeper_graphql_outcomes_unknown_total',
    help: 'Writes that were sent and got no usable answer, with an idempotency key or without.',
    read: () => ({ all: unknownOutcomes() }),
  });
  addGauge(registry, {
    name: 'beeper_graphql_store_up',
    help: '1 while the store of idempotency keys can be used.',
    read: () => ({ all: store().isUsable ? 1 : 0 }),
  });
  addCounter(registry, {
    name: 'beeper_graphql_store_errors_total',
    help: 'Calls and checks of the store that failed, by the kind of the error.',
    label: 'kind',
    read: () => Object.fromEntries(store().errors),
  });
  addGauge(registry, {
    name: 'beeper_graphql_beeper_ready',
    help: '1 if Beeper could be used when the gateway asked last, at its start or for /ready.',
    read: () => flagOf(isBeeperReady()),
  });
}

const placesHelp = {
  running: 'Calls to Beeper that have a place. A slow one also takes a place of all.',
  waiting: 'Calls to Beeper that wait for a place.',
  limit: 'Calls to Beeper that can have a place at a time.',
};

const flagOf = (isTrue: boolean | null): Numbers => (isTrue === null ? {} : { all: isTrue ? 1 : 0 });

export function addGauge(registry: Registry, { name, help, label, read }: Metric): void {
  new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      this.reset();
      const values = read();
      // Without labels, a reset sets it to 0.
      if (label === undefined && Object.keys(values).length === 0) this.remove({});
      for (const [key, value] of Object.entries(values))
        this.set(label === undefined ? {} : { [label]: key }, value);
    },
  });
}

export function addCounter(registry: Registry, { name, help, label, read }: Metric): void {
  new Counter({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [key, value] of Object.entries(read()))
        this.inc(label === undefined ? {} : { [label]: key }, value);
    },
  });
}
