import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../../examples/listen.ts';

/** Stands in front of a server, hands everything on, and notes what passes. */
export interface Tap extends Listening {
  readonly requests: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** How many requests were without their whole answer at the same time, at most. */
  readonly mostAtOnce: number;
  /** Loses the answers to the next requests, this many of them: each is waited for, then the connection is reset. */
  loseAnswers(count: number): void;
}

/** @param origin where the server is. */
export async function startTap(origin: string): Promise<Tap> {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  let open = 0;
  let mostAtOnce = 0;
  let toLose = 0;
  const listening = await listen(async (asked, answer) => {
    const loses = toLose > 0;
    if (loses) toLose -= 1;
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    answer.once('close', () => {
      open -= 1;
    });
    const { method = '', url = '', headers } = asked;
    const body = await text(asked);
    requests.push({ headers, body });
    const handedOn = request(new URL(url, origin), { method, headers }, async (reply) => {
      const said = await text(reply);
      if (loses) asked.socket.resetAndDestroy();
      else answer.writeHead(reply.statusCode ?? 502, reply.headers).end(said);
    });
    handedOn.once('error', () => answer.destroy());
    handedOn.end(body);
  });
  return {
    ...listening,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    loseAnswers(count) {
      toLose = count;
    },
  };
}
