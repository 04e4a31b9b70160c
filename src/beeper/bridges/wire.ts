import { account } from '../accounts/wire.ts';
import { object } from '../objectReader.ts';
import { decoder, map, orNull, type ReadBy } from '../reader.ts';
import {
  count,
  entries,
  flag,
  id,
  list,
  number,
  part,
  positiveCount,
  readable,
  string,
  text,
} from '../values.ts';

const bridge = object({
  id,
  type: text,
  displayName: text,
  network: text,
  provider: text,
  status: text,
  statusText: text,
  supportsMultipleAccounts: flag,
  activeAccountCount: count,
  accounts: list('account', account),
});

export type Bridge = ReadBy<typeof bridge>;

/** @returns null for a body without a list of bridges. */
export const decodeBridges: (body: unknown) => Bridge[] | null = decoder(
  map(object({ items: readable('bridge', bridge) }), ({ items }) => items),
);

/** @returns null for a body without a bridge. */
export const decodeBridge: (body: unknown) => Bridge | null = decoder(bridge);

/** Of the events that start a timer, "" is the one that turns it off. */
const timer = map(
  object({ types: list('timerType', string), timers: list('timer', number), omit_empty_timer: flag }),
  ({ types, timers, omit_empty_timer }) => ({
    types: types?.filter((type) => type !== '') ?? null,
    timers,
    omitEmptyTimer: omit_empty_timer,
  }),
);

const groupField = orNull(
  map(
    object({
      allowed: flag,
      required: flag,
      min_length: positiveCount,
      max_length: positiveCount,
      settings: orNull(timer),
    }),
    ({ allowed, required, min_length, max_length, settings }) => ({
      isAllowed: allowed,
      isRequired: required,
      minLength: min_length,
      maxLength: max_length,
      timer: settings,
    }),
  ),
);

const groupType = map(
  object({
    type_description: text,
    name: groupField,
    topic: groupField,
    avatar: groupField,
    username: groupField,
    participants: groupField,
    parent: groupField,
    disappear: groupField,
  }),
  ({ type_description: description, disappear: messageExpiry, ...fields }) => ({
    description,
    messageExpiry,
    ...fields,
  }),
);

const contactLookup = part({
  create_dm: flag,
  lookup_phone: flag,
  any_phone: flag,
  lookup_email: flag,
  lookup_username: flag,
  search: flag,
  contact_list: flag,
});

const capabilities = map(
  object({ resolve_identifier: contactLookup, group_creation: entries('groupType', groupType) }),
  ({ resolve_identifier, group_creation }) => ({
    contactLookup: resolve_identifier,
    groupTypes: group_creation?.map(({ key: type, value }) => ({ type, ...value })) ?? null,
  }),
);

export type BridgeCapabilities = ReadBy<typeof capabilities>;
export type ContactLookup = NonNullable<BridgeCapabilities['contactLookup']>;
export type GroupType = NonNullable<BridgeCapabilities['groupTypes']>[number];
export type GroupFieldRules = NonNullable<ReadBy<typeof groupField>>;

/** @returns null for a body that is not an object. */
export const decodeBridgeCapabilities: (body: unknown) => BridgeCapabilities | null = decoder(capabilities);
