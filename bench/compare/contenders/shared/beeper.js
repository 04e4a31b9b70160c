import { Pool } from 'undici';

const pool = new Pool(process.env.BEEPER_URL ?? '', { connections: 32 });
const authorization = `Bearer ${process.env.BEEPER_ACCESS_TOKEN}`;

class StatusError extends Error {
  constructor(status, body) {
    super(`Beeper answered with status ${status}.`);
    this.status = status;
    this.body = body;
  }
}

async function call(options) {
  const { statusCode, body } = await pool.request(options);
  const answer = await body.json();
  if (statusCode !== 200) throw new StatusError(statusCode, answer);
  return answer;
}

const get = (path) => call({ method: 'GET', path, headers: { authorization } });

const post = (path, body) =>
  call({
    method: 'POST',
    path,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

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
}
