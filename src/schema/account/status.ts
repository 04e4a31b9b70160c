import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const statuses = {
  CONNECTED: { description: 'Connected and up to date.' },
  CONNECTING: { description: 'On its way; wait.' },
  BACKFILLING: { description: 'Connected; older messages are still being fetched.' },
  CONNECTION_REQUIRED: { description: 'Never connected: the person must log in, in Beeper.' },
  RECONNECT_REQUIRED: { description: 'Logged out by the network: the person must log in again, in Beeper.' },
  ATTENTION_REQUIRED: { description: 'Something wants the person’s attention; `statusText` says what.' },
  DISCONNECTED: { description: 'Not connected now.' },
  DISABLED: { description: 'Switched off by the person.' },
  OTHER: { description: 'A state that this gateway does not know yet; `rawStatus` names it.' },
} as const;
export const toStatus = toKnown(statuses);

/** In these states nothing can be created or sent; in any other, also a new one, it is worth trying. */
const unusable = ['CONNECTING', 'CONNECTION_REQUIRED', 'RECONNECT_REQUIRED', 'DISCONNECTED', 'DISABLED'];
export const isUsable = (status: string | null): boolean => !unusable.includes(toStatus(status) ?? '');

export const BeeperAccountStatus = builder.enumType('BeeperAccountStatus', {
  description: 'How an account stands with its network.',
  values: statuses,
});
