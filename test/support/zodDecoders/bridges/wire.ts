import { z } from 'zod';
import { account } from '../accounts/wire.ts';
import {
  count,
  entries,
  flag,
  id,
  list,
  orNull,
  part,
  positiveCount,
  readable,
  reader,
  text,
} from '../values.ts';

const bridge = z.object({
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

export const decodeBridge = reader(bridge);
export const decodeBridges = reader(
  z.object({ items: readable('bridge', bridge) }).transform(({ items }) => items),
);

const timer = z
  .object({
    types: list('timerType', z.string()),
    timers: list('timer', z.number()),
    omit_empty_timer: flag,
  })
  .transform(({ types, timers, omit_empty_timer }) => ({
    types: types?.filter((type) => type.length > 0) ?? null,
    timers,
    omitEmptyTimer: omit_empty_timer,
  }));

const groupField = orNull(
  z
    .object({
      allowed: flag,
      required: flag,
      min_length: positiveCount,
      max_length: positiveCount,
      settings: orNull(timer),
    })
    .transform((field) => ({
      isAllowed: field.allowed,
      isRequired: field.required,
      minLength: field.min_length,
      maxLength: field.max_length,
      timer: field.settings,
    })),
);

const groupType = z
  .object({
    type_description: text,
    name: groupField,
    topic: groupField,
    avatar: groupField,
    username: groupField,
    participants: groupField,
    parent: groupField,
    disappear: groupField,
  })
  .transform(({ type_description, disappear, ...fields }) => ({
    description: type_description,
    messageExpiry: disappear,
    ...fields,
  }));

const contactLookup = part({
  create_dm: flag,
  lookup_phone: flag,
  any_phone: flag,
  lookup_email: flag,
  lookup_username: flag,
  search: flag,
  contact_list: flag,
});

const capabilities = z
  .object({ resolve_identifier: contactLookup, group_creation: entries('groupType', groupType) })
  .transform(({ resolve_identifier, group_creation }) => ({
    contactLookup: resolve_identifier,
    groupTypes: group_creation?.map(({ key, value }) => ({ type: key, ...value })) ?? null,
  }));

/** @returns null for a body that is not an object. */
export const decodeBridgeCapabilities = reader(capabilities);
