import { BeeperDesktop } from '@beeper/desktop-api';
import { BeeperDesktop as BeeperDesktop4 } from 'beeper-desktop-api-4';
import type { Sandbox } from '../../src/sandbox/index.ts';

export const WHATSAPP = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
export const IMESSAGE = 'imessage_3f9a41c07be2';
export const SLACK = 'slackgo.T012-U034';
export const ADA = '@15550101002:local-whatsapp.localhost';
export const GRACE = '@15550101003:local-whatsapp.localhost';

/** The official SDK for apps from 4.2.808 on. It never repeats a call, so each call is seen once. */
export function sdk5(sandbox: Sandbox): BeeperDesktop {
  return new BeeperDesktop({ baseURL: sandbox.url, accessToken: sandbox.token, maxRetries: 0 });
}

/** The official SDK as it was before `mode`, for older apps. It never repeats a call. */
export function sdk4(sandbox: Sandbox): BeeperDesktop4 {
  return new BeeperDesktop4({ baseURL: sandbox.url, accessToken: sandbox.token, maxRetries: 0 });
}

/** One answer, with its body as text and, if it is JSON, as a value. */
export interface Seen {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

/** Asks with the right token and without following redirects; a body makes it a POST. Rejects as fetch does. */
export async function ask(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Seen> {
  const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' };
  const payload = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(sandbox.url + path, { headers, redirect: 'manual', ...payload, ...init });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
