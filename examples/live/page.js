import { openConnection } from './connection.js';
import { sendMessage } from './documents.js';
import { createStore } from './store.js';
import { shareStream } from './tabs.js';

// Not from the address of the page: a link could then send the token of the user to somebody else's server.
const { url, user } = await (await fetch('settings.json')).json();
// The example's gateway has a token for Beeper. With others: `authorization: Bearer …`, and `x-gateway-key`.
const headers = {};

/** @param {string} query @param {object} [variables] */
async function ask(query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const store = createStore({ ask, onChange: show });
const stream = shareStream({
  name: `chat-events of ${user}`,
  open: (after, handlers) => openConnection({ url, headers, after, ...handlers }),
  onResult: store.take,
  onMissed: () => store.reload({ chatIDs: null }),
  onStatus: showStatus,
});

/** Joins sentences for people. Those of Beeper may have no full stop. */
const sentences = (...texts) =>
  texts
    .filter(Boolean)
    .map((text) => text.replace(/[^.!?]$/, '$&.'))
    .join(' ');

const find = (id) => /** @type {any} */ (document.getElementById(id));

find('retry').onclick = stream.retry;

find('form').onsubmit = async (event) => {
  event.preventDefault();
  const { id: chatID } = store.openChat();
  const text = find('text').value;
  const key = crypto.randomUUID();
  find('form').reset();
  const timestamp = new Date().toISOString();
  store.addOwn(chatID, { id: key, chatID, sentWithKey: key, plainText: text, isSender: true, timestamp });
  // It is safe to try again with the same key: what was sent is not sent again.
  const failure = await ask(sendMessage, { chatID, text, key }).then(
    ({ sendMessage: { failure, remedy } }) => failure && sentences(failure, remedy),
    String,
  );
  if (!failure) return;
  store.removeOwn(chatID, key);
  alert(failure);
};

function showStatus(status, isLeader) {
  const words = {
    connecting: 'Connecting …',
    waiting: navigator.onLine ? 'Connection lost; trying again …' : 'Offline',
    live: isLeader ? 'Live (this tab holds the stream)' : 'Live (another tab holds the stream)',
    failed: sentences(status.failure?.message, status.failure?.remedy),
  };
  find('status').value = words[status.kind];
  find('retry').hidden = status.kind !== 'failed';
}

function show() {
  const open = store.openChat();
  find('inbox').replaceChildren(
    ...store.inbox().map((chat) => {
      const button = element('button', `${chat.title ?? 'No title'} `);
      button.append(element('small', chat.network ?? ''), element('b', String(chat.unreadCount || '')));
      if (chat.id === open?.id) button.setAttribute('aria-current', 'true');
      button.onclick = () => store.open(chat.id);
      const item = element('li');
      item.append(button);
      return item;
    }),
  );
  if (!open) return;
  find('title').textContent = open.title;
  find('form').hidden = false;
  find('messages').replaceChildren(...store.messages().map(lineOf));
  find('messages').scrollTop = 1e6;
}

function lineOf({ plainText, senderName, isSender, isDeleted, reactions, sendStatus }) {
  const text = isDeleted ? 'deleted' : (plainText ?? 'no text');
  const line = element('li', isSender ? text : `${senderName ?? 'Unknown'}: ${text}`);
  line.className = isSender ? 'own' : '';
  const notes = [...(reactions ?? []).map(({ reactionKey }) => reactionKey)];
  if (isSender && sendStatus) notes.push(sendStatus.status.toLowerCase());
  line.append(element('small', ` ${notes.join(' ')}`));
  return line;
}

/** Text, never HTML: messages come from strangers. */
function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
