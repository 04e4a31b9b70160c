import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoginError } from './loginError.ts';
import { resultPage, resultPageHeaders } from './resultPage.ts';

const path = '/callback';
/** Time for a browser to receive the last page. */
const pageTimeoutMs = 1_000;

/** The decision, as Beeper sends it through the browser. */
export interface Callback {
  readonly parameters: URLSearchParams;
  /** Shows in the browser how the login ended. */
  answer(succeeded: boolean): void;
}

export interface CallbackServer {
  /** Where Beeper has to send the browser. */
  readonly redirectURI: string;
  /**
   * Waits for the one callback with this `state`. All other requests are refused and change nothing.
   * @throws {LoginError} if there is none within `timeoutMs`.
   */
  wait(state: string, timeoutMs: number): Promise<Callback>;
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1: https://www.rfc-editor.org/rfc/rfc8252#section-7.3 */
export async function listenForCallback(): Promise<CallbackServer> {
  let receive: ((callback: Callback) => void) | null = null;
  let expected: string | null = null;
  /** Settles once the browser has the page that ends the login. */
  let decided: Promise<unknown> | null = null;

  const server = createServer((request, response) => {
    const parameters = parametersIn(request, host);
    if (parameters === null) return refuse(response, 404);
    // A page that was opened by somebody else can't know the state, so it must not end the login.
    const states = parameters.getAll('state');
    if (expected === null || states.length !== 1 || states[0] !== expected) return refuse(response, 400);
    expected = null;
    decided = once(response, 'close');
    receive?.({ parameters, answer: (succeeded) => show(response, succeeded) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    redirectURI: `http://${host}${path}`,
    wait: (state, timeoutMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          expected = null;
          reject(
            new LoginError(`Nobody decided within ${Math.round(timeoutMs / 1_000)} s. Run the login again.`),
          );
        }, timeoutMs);
        expected = state;
        receive = (callback) => {
          clearTimeout(timer);
          resolve(callback);
        };
      }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      if (decided) await Promise.race([decided, sleep(pageTimeoutMs, null, { ref: false })]);
      // Browsers open connections on which they send nothing.
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @returns the query of a callback; null for any other request, and for a `Host` that only another site's name resolves to. */
function parametersIn({ method, url = '', headers }: IncomingMessage, host: string): URLSearchParams | null {
  const [requested, query = ''] = url.split(/\?(.*)/s);
  return method === 'GET' && requested === path && headers.host === host ? new URLSearchParams(query) : null;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  response.end('This is not the answer that the login waits for.\n');
}

function show(response: ServerResponse, succeeded: boolean): void {
  response.writeHead(succeeded ? 200 : 400, resultPageHeaders);
  response.end(
    succeeded
      ? resultPage('Logged in', 'The gateway can use Beeper now. You can close this window.')
      : resultPage('Not logged in', 'The terminal says why. You can close this window.'),
  );
}
