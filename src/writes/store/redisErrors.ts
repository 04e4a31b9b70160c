import { ErrorReply } from 'redis';
import { StoreError } from './store.ts';

const cluster =
  'GATEWAY_STORE names a node of a Redis Cluster, which the gateway does not support: use a single Redis, or a primary with replicas.';
const sentinel =
  'GATEWAY_STORE names a Redis Sentinel, which the gateway does not support: use the address of the primary.';

/** The first word of an error of Redis → what the operator can do. */
const remedies: Readonly<Record<string, string>> = {
  WRONGPASS: 'Check the user and the password in GATEWAY_STORE.',
  NOAUTH: 'Redis requires a password: write it into GATEWAY_STORE, as in redis://:password@host:6379.',
  NOPERM:
    'Give the user in GATEWAY_STORE the permissions ~beeper-gateway:* +@read +@write +@scripting +@connection +@transaction.',
  DB_INDEX: 'Redis has no database with the number at the end of GATEWAY_STORE.',
  OOM: 'Redis is out of memory: raise its maxmemory.',
  READONLY: 'Redis is a read-only replica: let GATEWAY_STORE name the primary.',
  MISCONF: 'Redis can’t write its data to the disk: check its disk and its log.',
  NOREPLICAS: 'Redis has fewer replicas than its min-replicas-to-write requires.',
  LOADING: 'Redis is loading its data. Wait.',
  MOVED: cluster,
  ASK: cluster,
  CLUSTERDOWN: cluster,
  CLUSTER: cluster,
  SENTINEL: sentinel,
  UNREACHABLE: 'Check that Redis is running, and the address in GATEWAY_STORE.',
  ENOTFOUND: 'Check the host name in GATEWAY_STORE.',
  ECONNREFUSED: 'Check that Redis is running, and the host and the port in GATEWAY_STORE.',
};

/** @returns what is wrong with Redis. The text of its error is left out: it can quote what was sent. */
export function redisError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const kind = cause instanceof ErrorReply ? kindOf(cause) : 'UNREACHABLE';
  return new StoreError(kind, { remedy: remedies[networkCodeOf(cause) ?? kind] ?? null, cause });
}

/** @returns the error for a server that is not a single Redis, from its answer to HELLO; null for one that is. */
export function unsupportedMode(mode: string | null): StoreError | null {
  return mode === 'cluster' || mode === 'sentinel' ? redisError(new ErrorReply(mode.toUpperCase())) : null;
}

function kindOf({ message }: ErrorReply): string {
  if (/\bDB index\b/i.test(message)) return 'DB_INDEX';
  return /^[A-Z_]{2,20}/.exec(message)?.[0] ?? 'ERR';
}

/** With several addresses for one name, the first error stands for all. */
function networkCodeOf(error: unknown): string | null {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : null;
}
