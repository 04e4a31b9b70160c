import { createBeeperClient } from './client.ts';

const { GATEWAY_URL = 'http://127.0.0.1:4000/graphql', GATEWAY_KEY, BEEPER_TOKEN } = process.env;
const client = createBeeperClient({
  url: GATEWAY_URL,
  // The sandbox needs neither.
  headers: {
    ...(GATEWAY_KEY && { 'x-gateway-key': GATEWAY_KEY }),
    ...(BEEPER_TOKEN && { authorization: `Bearer ${BEEPER_TOKEN}` }),
  },
});

const [chatID, text] = process.argv.slice(2);

for (const { id, title, unreadCount } of await client.unreadChats())
  console.log(`${unreadCount} ${title} ${id}`);

if (chatID && text) {
  const { pendingMessageID } = await client.send(chatID, text);
  console.log(`Sent as ${pendingMessageID}`);
}

for await (const { message } of client.follow()) {
  if (message) console.log(`${message.senderName}: ${message.plainText}`);
}
