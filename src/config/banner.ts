import type { Config } from './settings.ts';
import { toHostName } from './values.ts';

/** What Beeper reports about itself. */
export interface BeeperInfo {
  readonly appName: string | null;
  readonly appVersion: string | null;
  /** Null for a server that uses Beeper's API but has version numbers of its own. */
  readonly dialect: string | null;
}

/** @returns the URL of the gateway on this machine. It has the name in HOST, or 127.0.0.1 if HOST is a wildcard. */
export function addressOf({ host, hosts }: Config, port: number): string {
  const name = toHostName(host);
  return `http://${name !== null && hosts.includes(name) ? name : '127.0.0.1'}:${port}/graphql`;
}

/**
 * @param info null if Beeper does not respond.
 * @param startChatSince the first app version that has `startChat`.
 * @returns one line that describes the Beeper, or the sandbox, behind the gateway.
 */
export function describeBeeper(
  { beeper, api }: Config,
  info: BeeperInfo | null,
  startChatSince: string,
): string {
  const pinned = api === 'auto' ? '' : `, dialect set to ${api}`;
  if (beeper.sandbox) {
    return `sandbox, not connected to Beeper (simulates app version ${beeper.appVersion}${pinned})`;
  }
  if (!info) return `${beeper.url}, not responding${pinned}: start Beeper Desktop and turn on its API`;
  const app = `${beeper.url}, ${info.appName ?? 'unknown app'} ${info.appVersion ?? '(unknown version)'}`;
  if (pinned) return app + pinned;
  if (info.dialect === null) {
    return `${app}, not Beeper's own app: createChat works; to use startChat, set BEEPER_API to its dialect (union or split)`;
  }
  if (info.dialect === 'create-only') {
    return `${app}, dialect create-only: startChat requires ${startChatSince} or newer`;
  }
  return `${app}, dialect ${info.dialect}`;
}

/** @returns what `npm start` prints outside production. */
export function startUpBanner(config: Config, address: string, beeper: string): string {
  return [
    `GraphQL    ${address}${config.graphiql ? '  (GraphiQL in a browser)' : ''}`,
    `Beeper     ${beeper}`,
    'Try        ',
    exampleCurl(address, config),
    '',
  ].join('\n');
}

/**
 * @returns a curl command that runs a mutation. On the sandbox it starts a chat. With a real Beeper it names an account
 * that does not exist, so that running it unchanged sends nothing to anyone.
 */
function exampleCurl(address: string, { beeper, keys }: Config): string {
  const accountID = beeper.sandbox ? 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc' : 'YOUR-ACCOUNT-ID';
  const query = `mutation { startChat(input: { accountID: "${accountID}", user: { phoneNumber: "+15550101002" } }) { __typename ... on StartChatPayload { chatID status firstMessage } ... on BeeperError { code message remedy } } }`;
  const token =
    beeper.sandbox || beeper.accessToken !== null ? '' : ` -H "authorization: Bearer $BEEPER_ACCESS_TOKEN"`;
  const key = keys.length > 0 ? ` -H "x-gateway-key: $X_GATEWAY_KEY"` : '';
  return `curl -s ${address} -H 'content-type: application/json'${key}${token} -d '${JSON.stringify({ query })}'`;
}
