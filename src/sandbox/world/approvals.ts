import { createHash, randomBytes } from 'node:crypto';

/** `read` is for GET, `write` for what the app calls sensitive actions. */
export const scopes = ['read', 'write'] as const;
export type Scope = (typeof scopes)[number];

/** A program that may ask for a token. */
export interface OAuthClient {
  readonly id: string;
  readonly name: string;
  readonly redirectURIs: readonly string[];
}

/** What a program asks for on the consent page. */
export interface AccessRequest {
  readonly client: OAuthClient;
  readonly redirectURI: string;
  readonly scopes: readonly Scope[];
  /** Base64url of the SHA-256 of the code verifier. */
  readonly codeChallenge: string;
  /** Returned with the code as it came; undefined if there is none. */
  readonly state: string | undefined;
}

/** An access token, without its text. */
export interface Approval {
  readonly client: OAuthClient;
  readonly scopes: readonly Scope[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

interface ApprovalOptions {
  /** A token that is approved from the start, with all scopes. */
  readonly token: string;
  /** Milliseconds for which a code can be exchanged for a token. */
  readonly codeLifetimeMs: number;
  /** Milliseconds for which a token is valid. */
  readonly tokenLifetimeMs: number;
}

/** The "Approved connections" of the app: who may use its API. */
export interface Approvals {
  register(name: string, redirectURIs: readonly string[]): OAuthClient;
  /** Returns undefined for a client that is not registered. */
  client(id: string): OAuthClient | undefined;
  /** Returns the ID under which the person decides on the request. */
  ask(request: AccessRequest): string;
  /** Returns the request that awaits a decision. A request is decided once; undefined after that. */
  takeRequest(id: string): AccessRequest | undefined;
  /** Returns a code for the scopes that the person allowed. */
  allow(request: AccessRequest, granted: readonly Scope[]): string;
  /** Exchanges a code. A code works once, within its lifetime, and with the verifier of its challenge; otherwise null. */
  redeem(code: string, proof: Redemption): IssuedToken | null;
  /** Accepts this token as if it was issued now, with all scopes. */
  accept(token: string, lifetimeMs?: number): void;
  /** Returns what the token allows, also if it has expired; undefined if it is unknown or revoked. */
  find(token: string): Approval | undefined;
  revoke(token: string): void;
}

export interface Redemption {
  readonly codeVerifier: string;
  /** Compared only if it is given. */
  readonly clientID: string | undefined;
  readonly redirectURI: string | undefined;
}

export interface IssuedToken extends Approval {
  readonly token: string;
}

interface Code {
  readonly request: AccessRequest;
  readonly granted: readonly Scope[];
  readonly expiresAt: number;
}

export function createApprovals({ token, codeLifetimeMs, tokenLifetimeMs }: ApprovalOptions): Approvals {
  const clients = new Map<string, OAuthClient>();
  const requests = new Map<string, AccessRequest>();
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Approval>();

  const issue = (
    text: string,
    client: OAuthClient,
    granted: readonly Scope[],
    lifetimeMs = tokenLifetimeMs,
  ): IssuedToken => {
    const now = Date.now();
    const approval = { client, scopes: granted, issuedAt: now, expiresAt: now + lifetimeMs };
    tokens.set(text, approval);
    return { token: text, ...approval };
  };
  const accept = (text: string, lifetimeMs?: number): void => {
    issue(text, { id: 'settings', name: 'Created in the settings', redirectURIs: [] }, scopes, lifetimeMs);
  };
  accept(token);

  return {
    register(name, redirectURIs) {
      const client = { id: randomText(), name, redirectURIs };
      clients.set(client.id, client);
      return client;
    },
    client: (id) => clients.get(id),
    ask(request) {
      const id = randomText();
      requests.set(id, request);
      return id;
    },
    takeRequest: (id) => take(requests, id),
    allow(request, granted) {
      const code = randomText();
      codes.set(code, { request, granted, expiresAt: Date.now() + codeLifetimeMs });
      return code;
    },
    redeem(text, { codeVerifier, clientID, redirectURI }) {
      const code = take(codes, text);
      if (!code || code.expiresAt <= Date.now()) return null;
      const { client, codeChallenge, redirectURI: registered } = code.request;
      if (challengeOf(codeVerifier) !== codeChallenge) return null;
      if (clientID !== undefined && clientID !== client.id) return null;
      if (redirectURI !== undefined && redirectURI !== registered) return null;
      return issue(`sandbox_${randomText()}`, client, code.granted);
    },
    accept,
    find: (text) => tokens.get(text),
    revoke(text) {
      tokens.delete(text);
    },
  };
}

const randomText = (): string => randomBytes(24).toString('base64url');

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

function take<Value>(map: Map<string, Value>, key: string): Value | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
