import { BeeperDesktop } from '@beeper/desktop-api';
import { BeeperDesktop as BeeperDesktop4 } from 'beeper-desktop-api-4';
import type { Sandbox } from '../../src/sandbox/index.ts';

export const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
export const imessage = 'imessage_3f9a41c07be2';
export const slack = 'slackgo.T012-U034';
export const ada = '@15550101002:local-whatsapp.localhost';
export const grace = '@15550101003:local-whatsapp.localhost';

/** The official SDK for apps from 4.2.808 on, without its own retries. */
export function sdk5(sandbox: Sandbox): BeeperDesktop {
  return new BeeperDesktop({ baseURL: sandbox.url, accessToken: sandbox.token, maxRetries: 0 });
}

/** The official SDK 4.2.3 for older apps, which has no `mode` yet, without its own retries. */
export function sdk4(sandbox: Sandbox): BeeperDesktop4 {
  return new BeeperDesktop4({ baseURL: sandbox.url, accessToken: sandbox.token, maxRetries: 0 });
}

export interface Received {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined if it is not JSON. */
  json: unknown;
}

/** Makes a GET request, or a POST request with a JSON body, with a valid token. Does not follow redirects. */
export async function request(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Received> {
  const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' };
  const payload = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(sandbox.url + path, { headers, redirect: 'manual', ...payload, ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
