import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const statuses = {
  CONNECTED: { description: 'Connected and up to date.' },
  CONNECTING: { description: 'Connecting. The account can’t be used until it is connected.' },
  BACKFILLING: { description: 'Connected. Beeper is still fetching older messages.' },
  CONNECTION_REQUIRED: { description: 'Never connected. The user must log in to the network in Beeper.' },
  RECONNECT_REQUIRED: { description: 'Logged out by the network. The user must log in again in Beeper.' },
  ATTENTION_REQUIRED: {
    description: 'The user must take action in Beeper. `statusText` says what is needed.',
  },
  DISCONNECTED: { description: 'Not connected.' },
  DISABLED: { description: 'Disabled by the user.' },
  OTHER: { description: 'A status that this gateway does not recognize. See `rawStatus`.' },
} as const;
export const toStatus = toKnown(statuses);

/** An unknown status counts as usable: trying is harmless, and a new status must not lock an account. */
const unusable = ['CONNECTING', 'CONNECTION_REQUIRED', 'RECONNECT_REQUIRED', 'DISCONNECTED', 'DISABLED'];
export const isUsable = (status: string | null): boolean => !unusable.includes(toStatus(status) ?? '');

export const BeeperAccountStatus = builder.enumType('BeeperAccountStatus', {
  description: 'Connection state of an account to its network.',
  values: statuses,
});
