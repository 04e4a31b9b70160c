import { createBeeperClient, type GatewayError } from './client.ts';

/** GATEWAY_URL is the origin of the gateway, or the whole URL of GraphQL. */
const { GATEWAY_URL = 'http://127.0.0.1:4000', GATEWAY_KEY, BEEPER_TOKEN } = process.env;

function graphqlURL(): string {
  const url = new URL(GATEWAY_URL);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

async function main([chatID, text]: readonly string[]): Promise<void> {
  const client = createBeeperClient({
    url: graphqlURL(),
    // The sandbox needs neither.
    headers: {
      ...(GATEWAY_KEY && { 'x-gateway-key': GATEWAY_KEY }),
      ...(BEEPER_TOKEN && { authorization: `Bearer ${BEEPER_TOKEN}` }),
    },
  });

  for (const { id, title, unreadCount } of await client.unreadChats())
    console.log(`${unreadCount} ${title} ${id}`);

  if (chatID && text) {
    const { pendingMessageID } = await client.send(chatID, text);
    console.log(`Sent as ${pendingMessageID}`);
  }

  for await (const { message } of client.follow()) {
    if (message) console.log(`${message.senderName}: ${message.plainText}`);
  }
}

/** One line for people. */
function reasonOf(error: unknown): string {
  const { name, message } = error as GatewayError;
  // `localhost:4000` is a URL of the scheme `localhost`.
  const isURL = URL.canParse(GATEWAY_URL) && /^https?:/i.test(GATEWAY_URL);
  if (!isURL) return `GATEWAY_URL, ${GATEWAY_URL}, is not a URL such as http://127.0.0.1:4000.`;
  if (name === 'GatewayError') return message;
  return `No answer of a gateway at GATEWAY_URL, ${GATEWAY_URL}: is it running? (${message})`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
