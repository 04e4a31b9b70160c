import type { FieldCost } from '../common/fieldCost.ts';
import { maxPageSize } from './validation.ts';

/** For a field that makes an upstream call each time it is selected. */
export const callCost: FieldCost = { weight: 50 };

/** For a reference to a chat: its ID is known without a call. */
export const referenceCost: FieldCost = { ...callCost, idIsFree: true };

/** For a field that shares an upstream call with all others of its kind in a request, or only probes Beeper. */
export const sharedCallCost: FieldCost = { weight: 1 };

/** For a mutation. Low, because the number of mutations in an operation and per minute is limited separately. */
export const writeCost: FieldCost = { weight: 1 };

/** For a field that returns a page of a list. */
export const pageCost: FieldCost = {
  weight: 50,
  pageSize: { arguments: ['first', 'last'], max: maxPageSize },
};

/** For a page of messages: a merged chat makes a call for each of its chats. */
export const joinedPageCost: FieldCost = { ...pageCost, members: true };

/** For a page of chats that can be searched by label: the labels are one call more. */
export const labeledPageCost: FieldCost = {
  ...pageCost,
  weight: pageCost.weight + sharedCallCost.weight,
};

/** For the field of the federation plugin. References to chats are a call each, those to accounts one call together. */
export const entitiesCost: FieldCost = {
  weight: 0,
  references: {
    argument: 'representations',
    types: { BeeperChat: { each: 50, once: 0 }, BeeperAccount: { each: 5, once: 1 } },
  },
};

/** For the SDL, of which a router needs one copy. It makes no call, but has 80 KB. */
export const sdlCost: FieldCost = { weight: 2_000 };
