import { attachmentElement } from './attachment.js';
import { conversation, inbox } from './documents.js';
import { element } from './element.js';
import { load, shared } from './load.js';
import { createUploads, takeFiles } from './uploads.js';

// Not from the address of the page: a link could then send the token of the user to somebody else's server.
const { url } = await (await fetch('settings.json')).json();
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

const find = (id) => /** @type {any} */ (document.getElementById(id));

const readInbox = shared(async () => (await ask(inbox)).chats.nodes);

/** The avatar of a group, or of the person in a direct chat. */
const avatarOf = ({ imgURL, type, participants }) =>
  imgURL ?? (type === 'SINGLE' ? participants.items.find(({ isSelf }) => !isSelf)?.imgURL : null);

function avatarElement(chat) {
  const made = element('span', { className: 'avatar', ariaHidden: 'true' });
  const words = (chat.title ?? '?').split(/\s+/).slice(0, 2);
  const showInitials = () => made.replaceChildren(words.map(([letter = '']) => letter).join(''));
  showInitials();
  // Avatars on the web are not loaded: their servers would learn who looks. `url` is for those that may be.
  const address = avatarOf(chat)?.contentURL;
  if (!address) return made;
  const image = element('img', { loading: 'lazy', width: 40, height: 40, alt: '' });
  load(image, address, {
    async renew() {
      const next = (await readInbox()).find(({ id }) => id === chat.id);
      return (next && avatarOf(next)?.contentURL) ?? null;
    },
    onLost: showInitials,
  });
  made.replaceChildren(image);
  return made;
}

async function showInbox() {
  const chats = await readInbox();
  find('inbox').replaceChildren(
    ...chats.map((chat) => {
      const words = element('span', {}, chat.title ?? 'No title', element('small', {}, chat.network ?? ''));
      const button = element('button', { type: 'button', onclick: () => open(chat.id) });
      button.append(avatarElement(chat), words);
      button.dataset.chat = chat.id;
      return element('li', {}, button);
    }),
  );
}

/** @type {string | null} */
let openID = null;
/** The lines of the open chat by message ID: a line stays as it is, so that a video that plays goes on. */
const lines = new Map();

const readMessages = shared(async () => (await ask(conversation, { id: openID })).chat);

async function open(chatID) {
  openID = chatID;
  lines.clear();
  for (const button of find('inbox').querySelectorAll('button'))
    button.ariaCurrent = String(button.dataset.chat === chatID);
  await showMessages();
}

/** The chat whose newest message was scrolled to. */
let shownID = '';

async function showMessages() {
  const chatID = openID;
  const { title, messages } = await readMessages();
  if (chatID !== openID) return;
  find('title').textContent = title ?? 'No title';
  find('choose').hidden = false;
  const shown = messages.nodes.toReversed();
  for (const message of shown) if (!lines.has(message.id)) lines.set(message.id, lineOf(message));
  for (const { id, isSender, sendStatus } of shown)
    lines.get(id).dataset.status = isSender ? (sendStatus?.status.toLowerCase() ?? '') : '';
  find('messages').replaceChildren(...shown.map(({ id }) => lines.get(id)));
  if (shownID !== chatID) lines.get(shown.at(-1)?.id)?.scrollIntoView({ block: 'end' });
  shownID = chatID;
  // The subscription `chatEvents` tells when it was sent: see examples/live.
  if (shown.some(({ sendStatus }) => sendStatus?.status === 'PENDING')) setTimeout(showMessages, 1_000);
}

function lineOf({ id, plainText, senderName, isSender, isDeleted, attachments }) {
  const line = element('li', { className: isSender ? 'own' : '' });
  if (!isSender) line.append(element('small', {}, senderName ?? 'Unknown'));
  for (const [at, attachment] of (attachments ?? []).entries()) {
    const renew = async (field) => {
      const { messages } = await readMessages();
      return (
        messages.nodes.find((message) => message.id === id)?.attachments?.[at]?.[field]?.contentURL ?? null
      );
    };
    line.append(attachmentElement(attachment, renew));
  }
  const text = isDeleted ? 'deleted' : plainText;
  if (text) line.append(element('p', {}, text));
  return line;
}

const upload = createUploads({
  list: find('uploads'),
  ask,
  onSent: (chatID) => chatID === openID && showMessages(),
});
takeFiles(find('files'), (file) => openID !== null && upload(file, openID));

await showInbox();
