import { get, post } from './upstream.js';

/** A client for one request. */
export class Beeper {
  #accounts;

  accounts() {
    this.#accounts ??= get('/v1/accounts');
    return this.#accounts;
  }

  chats(first) {
    return get(`/v1/chats?limit=${first}`);
  }

  chat(id) {
    return get(`/v1/chats/${encodeURIComponent(id)}`);
  }

  startChat(body) {
    return post('/v1/chats/start', body);
  }

  createChat(body) {
    return post('/v1/chats', body);
  }

  sendMessage(chatID, body) {
    return post(`/v1/chats/${encodeURIComponent(chatID)}/messages`, body);
  }
}
