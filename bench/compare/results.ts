/** What a run measured: kept as JSON, and the source of the report. */
export interface Results {
  readonly machine: Machine;
  readonly contenders: readonly { readonly id: string; readonly title: string }[];
  readonly operations: readonly OperationResult[];
  readonly startUp: readonly StartUpResult[];
  readonly memory: readonly MemoryResult[];
  readonly scaling: readonly ScalingResult[];
  readonly cluster: readonly ClusterResult[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly date: string;
  readonly commit: string;
  /** Of the machine over one minute, before the run: what else was running. */
  readonly loadBefore: number;
  readonly isQuick: boolean;
  readonly rounds: number;
  readonly requestsPerRound: number;
}

export interface OperationResult {
  readonly id: string;
  readonly title: string;
  readonly contenders: readonly ContenderResult[];
}

export interface ContenderResult {
  readonly id: string;
  /** CPU time of the server process per request in µs, one value per round. */
  readonly cpu: readonly number[];
  readonly perSecond: readonly number[];
  /** Share of requests that the server refused because of overload, in the worst round. */
  readonly refused: number;
  /** Upstream calls of one request. */
  readonly calls: number;
  /** Resident memory after the rounds, in MiB. */
  readonly rss: number;
  /** At a fixed rate; null where it was not measured. */
  readonly rate: RateResult | null;
}

export interface RateResult {
  /** In milliseconds; null where the server can't keep up with the rate. */
  readonly latency: { readonly p50: number; readonly p99: number } | null;
  readonly perSecond: number;
}

export interface StartUpResult {
  readonly id: string;
  /** From the start of the process to the end of its first answer, in milliseconds, one value per start. */
  readonly ms: readonly number[];
  /** A second later, in MiB. */
  readonly rss: number;
}

/** Resident memory of a process that answers one operation, in MiB. */
export interface MemoryResult {
  readonly id: string;
  readonly idle: number;
  readonly samples: readonly { readonly requests: number; readonly rss: number }[];
}

/** The cost of one operation against one quantity. */
export interface ScalingResult {
  readonly title: string;
  readonly quantity: string;
  readonly rows: readonly {
    readonly value: number;
    readonly contenders: readonly {
      readonly id: string;
      /** Median, in µs. */
      readonly cpu: number;
      /** Share of requests that were refused, in the worst round. */
      readonly refused: number;
    }[];
  }[];
}

/** One operation on a number of processes that share a port. */
export interface ClusterResult {
  readonly title: string;
  readonly processes: number;
  /** Of all processes together, per request, in µs. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Of all processes together, in MiB. */
  readonly rss: number;
}
