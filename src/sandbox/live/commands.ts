import * as z from 'zod';
import { type App, isBeeper } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';

/** What a client wants to hear of. */
export interface Subscription {
  /** IDs, or `*` alone for all chats. */
  readonly chatIDs: readonly string[];
  readonly app: { readonly state: boolean };
}

/** A frame from a client: a subscription that replaces the one before, or why it is none. */
export type Command =
  | { readonly requestID?: string | undefined; readonly subscription: Subscription }
  | { readonly requestID?: string | undefined; readonly code: CommandError; readonly message: string };

export type CommandError = 'INVALID_COMMAND' | 'INVALID_PAYLOAD';

const chatIDs = z
  .array(z.string().min(1))
  .refine((ids) => ids.length === 1 || !ids.includes('*'), '"*" cannot be combined with chat IDs');
const common = { type: z.literal('subscriptions.set'), requestID: z.string().optional() };

const payload = z.strictObject({
  ...common,
  chatIDs: chatIDs.default([]),
  app: z.strictObject({ state: z.boolean() }).default({ state: false }),
});
/** Before 4.3, and on other servers. */
const olderPayload = z.strictObject({ ...common, chatIDs });

/** Whether the app can be asked for events about itself. */
export function hasAppState(app: Pick<App, 'name' | 'version'>): boolean {
  return isBeeper(app) && atLeast(app.version, sinceVersion.appState);
}

/** @param text null for a binary frame. */
export function readCommand(text: string | null, app: Pick<App, 'name' | 'version'>): Command {
  const value = parse(text);
  const requestID = typeof value?.requestID === 'string' ? value.requestID : undefined;
  if (value?.type !== 'subscriptions.set')
    return { requestID, code: 'INVALID_COMMAND', message: 'Expected a command of type subscriptions.set' };
  const result = (hasAppState(app) ? payload : olderPayload).safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.join('.') || 'command';
    return { requestID, code: 'INVALID_PAYLOAD', message: `${path}: ${issue?.message ?? 'Invalid'}` };
  }
  return { requestID, subscription: { app: { state: false }, ...result.data } };
}

function parse(text: string | null): { type?: unknown; requestID?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
