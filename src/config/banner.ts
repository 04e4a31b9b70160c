import type { Config } from './settings.ts';
import { toHostName } from './values.ts';

/** What Beeper reports about itself. */
export interface BeeperInfo {
  readonly appName: string | null;
  readonly appVersion: string | null;
  /** Null for a server that uses Beeper's API but has version numbers of its own. */
  readonly dialect: string | null;
}

/** Whether Beeper can be used. */
export interface BeeperStatus {
  readonly state: keyof typeof problems | 'ready' | 'silent' | 'failing' | 'not-beeper';
  /** Null if the server does not tell. */
  readonly server: BeeperInfo | null;
}

/** What fails although Beeper answers, and what to do. */
const problems = {
  'token-rejected':
    'It rejects BEEPER_ACCESS_TOKEN: create a new token (Settings → Developers → Approved connections)',
  'no-scope':
    'It does not let BEEPER_ACCESS_TOKEN read accounts: create a token with the "read" scope (Settings → Developers → Approved connections)',
  'logged-out': 'Nobody is logged in to it: log in there',
} as const;

/** The same for a token that `beeper-graphql login` saved. */
const savedTokenProblems = {
  ...problems,
  'token-rejected': 'It rejects the token of `beeper-graphql login`: run that again',
  'no-scope': 'It does not let the token of `beeper-graphql login` read accounts: run that again',
} as const;

/** The same for a server that is not Beeper's own app, and has no such menu. */
const foreignProblems = {
  ...problems,
  'token-rejected': 'It rejects BEEPER_ACCESS_TOKEN: create a new token at that server',
  'no-scope':
    'It does not let BEEPER_ACCESS_TOKEN read accounts: create a token that can read at that server',
} as const;

/** @returns the URL of GraphQL requests on this machine. It has the name in HOST, or 127.0.0.1 if HOST is a wildcard. */
export function addressOf({ host, hosts, path }: Config, port: number): string {
  const name = toHostName(host);
  return `http://${name !== null && hosts.includes(name) ? name : '127.0.0.1'}:${port}${path}`;
}

/**
 * @param startChatSince the first app version that has `startChat`.
 * @param hasSavedToken whether the access token is that of `beeper-graphql login`.
 * @returns one line that describes the Beeper, or the sandbox, behind the gateway.
 */
export function describeBeeper(
  config: Config,
  { state, server }: BeeperStatus,
  startChatSince: string,
  hasSavedToken = false,
): string {
  const { beeper, api } = config;
  const pinned = api === 'auto' ? '' : `, ${describePin(api, server?.dialect ?? null)}`;
  if (beeper.sandbox) {
    return `sandbox, not connected to Beeper (simulates app version ${beeper.appVersion}${pinned})`;
  }
  switch (state) {
    case 'silent':
      return `${beeper.url}, not responding${pinned}: start Beeper Desktop and turn on its API`;
    case 'failing':
      return `${beeper.url}, responding with errors${pinned}: wait until Beeper Desktop has started`;
    case 'not-beeper':
      return `${beeper.url}, not Beeper's API${pinned}: another program responds; set BEEPER_URL to the address of Beeper Desktop`;
  }
  const about = `${beeper.url}, ${describeServer(config, server, startChatSince)}`;
  if (state === 'ready') return about;
  if (hasSavedToken) return `${about}. ${savedTokenProblems[state]}`;
  const isForeign = server !== null && server.dialect === null;
  return `${about}. ${(isForeign ? foreignProblems : problems)[state]}`;
}

function describeServer({ api }: Config, server: BeeperInfo | null, startChatSince: string): string {
  const app = server
    ? `${server.appName ?? 'unknown app'} ${server.appVersion ?? '(unknown version)'}`
    : 'unknown app';
  const dialect = server?.dialect ?? null;
  if (api !== 'auto') {
    return `${app}, ${describePin(api, dialect)}`;
  }
  if (dialect === null) {
    return `${app}, not Beeper's own app: createChat works; to use startChat, set BEEPER_API to its dialect (union or split)`;
  }
  if (dialect === 'create-only') {
    return `${app}, dialect create-only: startChat requires ${startChatSince} or newer`;
  }
  return `${app}, dialect ${dialect}`;
}

const describePin = (api: string, dialect: string | null): string =>
  `dialect set to ${api}${dialect !== null && dialect !== api ? `, although this version has ${dialect}: unset BEEPER_API` : ''}`;

interface Greeting {
  readonly address: string;
  /** As `describeBeeper` returns it. */
  readonly beeper: string;
  readonly status: BeeperStatus;
  /** The hash of a persisted document that runs without variables; null if there is none. */
  readonly example: string | null;
  /** Whether the access token is that of `beeper-graphql login`; false by default. */
  readonly hasSavedToken?: boolean;
}

const savedTokenLine =
  'Token      saved by `beeper-graphql login`; to use the sandbox, set SANDBOX_APP_VERSION, or end the login with `beeper-graphql logout`';

/** @returns what `npm start` prints outside production. */
export function startUpBanner(
  config: Config,
  { address, beeper, status, example, hasSavedToken = false }: Greeting,
): string {
  return [
    `GraphQL    ${address}${config.graphiql ? '  (GraphiQL in a browser)' : ''}`,
    `Beeper     ${beeper}`,
    ...(hasSavedToken ? [savedTokenLine] : []),
    ...tryLines(config, { address, status, example }),
    '',
  ].join('\n');
}

function tryLines(
  config: Config,
  { address, status, example }: Omit<Greeting, 'beeper' | 'hasSavedToken'>,
): string[] {
  const { beeper, keys } = config;
  if (config.documents !== null && example === null) {
    return ['Try        a document of the manifest: send {"documentId": "…", "variables": {…}}'];
  }
  const needs = [
    ...(keys.length > 0 ? ['X_GATEWAY_KEY set to a gateway key'] : []),
    ...(beeper.sandbox || beeper.accessToken !== null
      ? []
      : ['BEEPER_ACCESS_TOKEN set to a token of Beeper']),
  ];
  const request = example === null ? { query: exampleQuery(config, status) } : { documentId: example };
  return [
    `Try        ${needs.length > 0 ? `with ${needs.join(' and ')}:` : ''}`,
    exampleCurl(address, config, request),
  ];
}

/** A mutation on the sandbox if it works there with every key; otherwise a query, which also works with a real Beeper. */
function exampleQuery({ beeper, keys, api }: Config, { server }: BeeperStatus): string {
  const dialect = server?.dialect ?? null;
  const startsChats = dialect !== 'create-only' && (api === 'auto' || api === dialect);
  if (!beeper.sandbox || !startsChats || keys.some(({ readOnly }) => readOnly)) {
    return '{ accounts { id network status } }';
  }
  return 'mutation { startChat(input: { accountID: "local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc", user: { phoneNumber: "+15550101002" } }) { __typename ... on StartChatPayload { chatID status firstMessage } ... on BeeperError { code message remedy } } }';
}

function exampleCurl(address: string, { beeper, keys }: Config, request: object): string {
  const token =
    beeper.sandbox || beeper.accessToken !== null ? '' : ` -H "authorization: Bearer $BEEPER_ACCESS_TOKEN"`;
  const key = keys.length > 0 ? ` -H "x-gateway-key: $X_GATEWAY_KEY"` : '';
  return `curl -s ${address} -H 'content-type: application/json'${key}${token} -d '${JSON.stringify(request)}'`;
}
