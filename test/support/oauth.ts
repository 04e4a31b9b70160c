import { createHash } from 'node:crypto';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { consent, type Decision } from './consent.ts';

export const redirectURI = 'http://127.0.0.1:1/callback';
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

export const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

export async function register(sandbox: Sandbox, metadata: object = {}): Promise<Response> {
  return fetch(`${sandbox.url}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Test <b>', redirect_uris: [redirectURI], ...metadata }),
  });
}

export async function authorizationURL(sandbox: Sandbox, changes: Record<string, string> = {}) {
  const { client_id } = (await (await register(sandbox)).json()) as { client_id: string };
  const parameters = {
    client_id,
    redirect_uri: redirectURI,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'st',
    ...changes,
  };
  return `${sandbox.url}/oauth/authorize?${new URLSearchParams(parameters)}`;
}

export async function redeem(sandbox: Sandbox, code: string, changes: Record<string, string> = {}) {
  const fields = { grant_type: 'authorization_code', code, code_verifier: verifier, ...changes };
  const response = await post(`${sandbox.url}/oauth/token`, fields);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** @returns an access token for which a person decided so. */
export async function newToken(sandbox: Sandbox, decision: Decision = {}): Promise<string> {
  const redirect = await consent(await authorizationURL(sandbox), decision);
  const { body } = await redeem(sandbox, redirect.searchParams.get('code') ?? '');
  return String(body.access_token);
}
