import type { WorldAccount } from './model.ts';

export interface WorldBridge {
  id: string;
  type: string;
  displayName: string;
  network: string;
  provider: string;
  status: string;
  statusText?: string;
  supportsMultipleAccounts: boolean;
  activeAccountCount: number;
  accounts: WorldAccount[];
}

/** Bridges without an account, one for each status that a connected bridge does not have, and an undocumented one. */
const unconnected: WorldBridge[] = [
  ['zulip', 'Zulip', 'available'],
  ['line', 'LINE', 'limit_reached', 'Your plan has no more accounts'],
  ['gvoice', 'Google Voice', 'temporarily_unavailable', 'Try again tomorrow'],
  ['bluesky', 'Bluesky', 'disabled'],
  ['kakaotalk', 'KakaoTalk', 'waiting_list'],
].map(([type = '', displayName = '', status = '', statusText]) => ({
  id: type,
  type,
  displayName,
  network: displayName,
  provider: 'cloud',
  status,
  ...(statusText !== undefined && { statusText }),
  supportsMultipleAccounts: true,
  activeAccountCount: 0,
  accounts: [],
}));

const singleAccount = ['imessage', 'matrix'];

/** The bridges of the accounts, in their order, and some without. */
export function worldBridges(accounts: readonly WorldAccount[]): WorldBridge[] {
  const connected = accounts.map(
    (account): WorldBridge => ({
      ...account.bridge,
      displayName: account.network,
      network: account.network,
      status: 'connected',
      supportsMultipleAccounts: !singleAccount.includes(account.bridge.type),
      activeAccountCount: 1,
      accounts: [account],
    }),
  );
  return [...connected, ...unconnected];
}

const lookup = {
  create_dm: true,
  lookup_phone: false,
  lookup_email: false,
  lookup_username: true,
  any_phone: false,
  contact_list: true,
  search: true,
};

const whatsappGroup = {
  type_description: 'a group chat',
  name: { allowed: true, required: true, min_length: 1, max_length: 100 },
  username: { allowed: false },
  avatar: { allowed: true },
  topic: { allowed: true, max_length: 512 },
  disappear: {
    allowed: true,
    settings: { types: ['', 'after_send'], timers: [86_400_000, 604_800_000], omit_empty_timer: true },
  },
  participants: { allowed: true, required: true, min_length: 1, max_length: 1023 },
  parent: { allowed: true },
};

/** What the API calls provisioning capabilities. Its keys are in snake case. */
export function bridgeCapabilities(type: string): object {
  if (type !== 'whatsapp') return { resolve_identifier: lookup, group_creation: {} };
  return {
    resolve_identifier: { ...lookup, lookup_phone: true, any_phone: true, lookup_username: false },
    group_creation: { group: whatsappGroup },
  };
}
