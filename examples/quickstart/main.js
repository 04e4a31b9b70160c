/** Sends a document to the gateway. */
async function ask(query, variables) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const isJSON = response.headers.get('content-type')?.includes('json');
  if (!isJSON) throw new Error(`No gateway answers at /graphql (status ${response.status}).`);
  const { data, errors } = await response.json();
  if (errors) throw new Error(sentences(errors[0].message, errors[0].extensions?.remedy));
  return data;
}

/** Joins sentences for people. Those of Beeper may have no full stop. */
const sentences = (...texts) =>
  texts
    .filter(Boolean)
    .map((text) => text.replace(/[^.!?]$/, '$&.'))
    .join(' ');

const chatID = '!NCdzlIaMjZUmvmvyHU:beeper.com';
const heading = document.querySelector('h1');
const list = document.querySelector('ol');
const status = document.querySelector('[role=status]');

let reads = 0;

/** Reads the chat, and shows its newest messages, unless it is read again meanwhile. */
async function read() {
  reads += 1;
  const own = reads;
  const { chat } = await ask(
    `query Chat($chatID: ID!) {
      chat(id: $chatID) {
        title
        messages(first: 10) { nodes { plainText senderName isSender } }
      }
    }`,
    { chatID },
  );
  if (!chat) throw new Error('There is no chat with this ID.');
  if (own !== reads) return;
  heading.textContent = chat.title;
  list.replaceChildren(...chat.messages.nodes.toReversed().map(itemOf));
}

function itemOf({ plainText, senderName, isSender }) {
  const item = document.createElement('li');
  item.textContent = `${isSender ? 'You' : senderName}: ${plainText ?? ''}`;
  return item;
}

read().catch((error) => {
  status.textContent = error.message;
});

const form = document.querySelector('form');
const input = document.querySelector('input');

/** One key for each message: if the request is sent twice, the message is not. */
let key = crypto.randomUUID();
input.addEventListener('input', () => {
  key = crypto.randomUUID();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const sentKey = key;
  try {
    const { sendMessage } = await ask(
      `mutation Send($chatID: ID!, $text: String!, $key: String!) {
        sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {
          __typename
          ... on SendMessagePayload { chatID }
          ... on BeeperError { code message remedy retryable }
        }
      }`,
      { chatID, text: input.value, key },
    );
    // What is typed while it is sent takes another key, and stays.
    if (sendMessage.__typename === 'SendMessagePayload' && key === sentKey) form.reset();
    status.textContent = sentences(sendMessage.message, sendMessage.remedy);
  } catch (error) {
    status.textContent = sentences(error.message, 'Send it again: it is sent once.');
  }
});

const subscription = `subscription {
  chatEvents(chatIDs: ["${chatID}"]) {
    __typename
    ... on BeeperLiveEnded { error { message } }
  }
}`;

/** Reads the chat with each event, of which the first comes at once. When the stream ends, it is opened again. */
function follow() {
  const events = new EventSource(`/graphql?query=${encodeURIComponent(subscription)}`);
  const followAgain = () => {
    events.close();
    setTimeout(follow, 1000);
  };
  events.addEventListener('next', () => read().catch(() => {}));
  events.addEventListener('complete', followAgain);
  events.addEventListener('error', followAgain);
}
follow();
