import { firstVersionOf } from '../beeper/dialect.ts';
import type { ServerFacts } from '../beeper/serverInfo.ts';
import type { Config } from './settings.ts';
import { toHostName } from './values.ts';

/** @returns where it can be asked from this machine, by a name that it goes by: HOST, if that is no wildcard. */
export function addressOf({ host, hosts }: Config, port: number): string {
  const name = toHostName(host);
  return `http://${name !== null && hosts.includes(name) ? name : '127.0.0.1'}:${port}/graphql`;
}

/** @returns one line that says which Beeper the gateway talks to. `facts` is null where it can't be asked now. */
export function describeBeeper({ beeper, api }: Config, facts: ServerFacts | null): string {
  const pinned = api === 'auto' ? '' : `, pinned to the dialect ${api}`;
  if (beeper.sandbox) return `sandbox: no Beeper is connected (it plays app ${beeper.appVersion}${pinned})`;
  if (!facts)
    return `${beeper.url}, which does not answer now${pinned}: start Beeper Desktop and switch its API on`;
  const app = `${beeper.url}, ${facts.appName ?? 'app'} ${facts.appVersion ?? 'of unknown version'}`;
  if (pinned) return app + pinned;
  if (facts.dialect === null) {
    return `${app}, which is not Beeper's own app: createChat works; for startChat set BEEPER_API to what it speaks (union or split)`;
  }
  if (facts.dialect === 'create-only')
    return `${app}, dialect create-only: startChat needs ${firstVersionOf.union} or newer`;
  return `${app}, dialect ${facts.dialect}`;
}

/**
 * @returns a curl line with a mutation to try. On the sandbox it starts a chat; elsewhere it names an account that
 * does not exist, so that pasting it as it stands writes to nobody.
 */
export function exampleCurl(address: string, { beeper, keys }: Config): string {
  const accountID = beeper.sandbox ? 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc' : 'YOUR-ACCOUNT-ID';
  const query = `mutation { startChat(input: { accountID: "${accountID}", user: { phoneNumber: "+15550101002" } }) { __typename ... on StartChatPayload { chatID status firstMessage } ... on BeeperError { code message remedy } } }`;
  const token =
    beeper.sandbox || beeper.accessToken !== null ? '' : ` -H "authorization: Bearer $BEEPER_ACCESS_TOKEN"`;
  const key = keys.length > 0 ? ` -H "x-gateway-key: $X_GATEWAY_KEY"` : '';
  return `curl -s ${address} -H 'content-type: application/json'${key}${token} -d '${JSON.stringify({ query })}'`;
}
