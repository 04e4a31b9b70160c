import type { CreateChatBody, Dialect, StartChatBody } from './types.ts';

/** The first app versions that speak each dialect, as in Beeper's changelog. */
export const firstVersionOf = { union: '4.2.557', split: '4.2.808' } as const;

/** @returns the numbers of a version such as `4.3.73` or `4.3.73-nightly.2`, or null where there are none to read. */
function numbersOf(version: string): [number, number, number] | null {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

function isOlder(version: [number, number, number], than: string): boolean {
  const other = numbersOf(than) ?? [0, 0, 0];
  const index = version.findIndex((number, place) => number !== other[place]);
  return index >= 0 && (version[index] ?? 0) < (other[index] ?? 0);
}

/** @returns what an app of this version speaks, compared number by number; `split` where it can't be read. */
export function dialectOf(version: string | null): Dialect {
  const numbers = version === null ? null : numbersOf(version);
  if (!numbers) return 'split';
  if (isOlder(numbers, firstVersionOf.union)) return 'create-only';
  return isOlder(numbers, firstVersionOf.split) ? 'union' : 'split';
}

export interface WriteRequest {
  readonly path: string;
  readonly body: object;
  /** The app version that brought the route in this form; null where every version has it. */
  readonly since: string | null;
}

const withMode = (mode: 'create' | 'start', { accountID, ...rest }: CreateChatBody | StartChatBody) => ({
  accountID,
  mode,
  ...rest,
});

/** @returns the request that creates a chat; an unknown dialect (null) takes the form that all of them share. */
export function createChatRequest(dialect: Dialect | null, body: CreateChatBody): WriteRequest {
  return { path: '/v1/chats', since: null, body: dialect === 'union' ? withMode('create', body) : body };
}

/** @returns the request that starts a chat, or null where the dialect has none or is not known. */
export function startChatRequest(dialect: Dialect | null, body: StartChatBody): WriteRequest | null {
  if (dialect === 'split') return { path: '/v1/chats/start', since: firstVersionOf.split, body };
  if (dialect === 'union') {
    return { path: '/v1/chats', since: firstVersionOf.union, body: withMode('start', body) };
  }
  return null;
}
