import { Pool } from 'undici';

/** Calls of the upstream over undici, as the floor and the servers with shared resolvers make them. */

const pool = new Pool(process.env.BEEPER_URL ?? '', { connections: 32 });
const authorization = `Bearer ${process.env.BEEPER_ACCESS_TOKEN}`;

/** A response with another status than 200. */
class StatusError extends Error {
  /** @param {number} status @param {{ message?: string }} body */
  constructor(status, body) {
    super(`Beeper answered with status ${status}.`);
    this.status = status;
    this.body = body;
  }
}

/** @param {string} path */
export const get = (path) => call({ method: 'GET', path, headers: { authorization } });

/** @param {string} path @param {object} body */
export const post = (path, body) =>
  call({
    method: 'POST',
    path,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** @param {import('undici').Dispatcher.RequestOptions} options */
async function call(options) {
  const { statusCode, body } = await pool.request(options);
  const answer = await body.json();
  if (statusCode !== 200) throw new StatusError(statusCode, answer);
  return answer;
}
