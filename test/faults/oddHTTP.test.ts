import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { allAs, answered, deadlineMs, type Expected, lost, runAll } from './support/operations.ts';
import { answer, type Reply, startRawServer } from './support/rawServer.ts';

const json = 'content-type: application/json';
const version = 'x-beeper-desktop-version: 4.3.73';
const earlyHints = 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n';

/** What HTTP allows, or should not allow, and what no server of Node's does. */
const rows: readonly { when: string; reply: Reply; expected: Expected; waits?: true }[] = [
  {
    when: 'Early Hints before the answer',
    reply: (socket, body) => socket.write(earlyHints + answer(body, json)),
    expected: answered,
  },
  {
    when: 'several informational answers before the answer, each in a packet of its own',
    reply: (socket, body) => {
      socket.write(earlyHints);
      setTimeout(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
      setTimeout(() => socket.write(earlyHints), 40);
      setTimeout(() => socket.write(answer(body, json)), 60);
    },
    expected: answered,
  },
  {
    when: 'Early Hints and no answer after them',
    reply: (socket) => socket.write(earlyHints),
    expected: lost,
    waits: true,
  },
  {
    // undici takes a 100 that it did not ask for as the end of the connection, and has no setting for it.
    when: '100 Continue that nobody expects before the answer',
    reply: (socket, body) => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${answer(body, json)}`),
    expected: lost,
  },
  {
    when: 'two lengths that agree',
    reply: (socket, body) => {
      const length = `content-length: ${Buffer.byteLength(body)}`;
      socket.write(answer(body, json, length, length));
    },
    expected: lost,
  },
  {
    when: 'two lengths that differ',
    reply: (socket, body) =>
      socket.write(answer(body, json, `content-length: ${Buffer.byteLength(body)}`, 'content-length: 3')),
    expected: lost,
  },
  {
    when: 'two content types',
    reply: (socket, body) => socket.write(answer(body, 'content-type: text/html', json)),
    expected: answered,
  },
  {
    when: 'its version told twice',
    reply: (socket, body) => socket.write(answer(body, json, version, 'x-beeper-desktop-version: 4.2.500')),
    expected: answered,
  },
  {
    when: 'a socket closed on one side after the request is read, and no answer',
    reply: (socket) => socket.end(),
    expected: lost,
  },
  {
    when: 'a socket closed on one side in the middle of the answer',
    reply: (socket, body) => socket.end(answer(body, json).slice(0, -2)),
    expected: lost,
  },
  {
    when: 'a socket closed on one side behind the whole answer',
    reply: (socket, body) => socket.end(answer(body, json)),
    expected: answered,
  },
  {
    when: 'an answer without a length, which ends where the socket does',
    reply: (socket, body) => socket.end(`HTTP/1.1 200 OK\r\n${json}\r\nconnection: close\r\n\r\n${body}`),
    expected: answered,
  },
  {
    when: 'what is no HTTP',
    reply: (socket) => socket.write('220 mail.example.com ESMTP\r\n'),
    expected: lost,
  },
];

for (const { when, reply, expected, waits } of rows) {
  (waits ? test.concurrent : test)(
    `${when}: writes are ${expected.write} and sent once, reads ${expected.read}, in time`,
    async () => {
      const timeoutMs = deadlineMs(waits);
      await using server = await startRawServer(reply);
      await using gateway = await startGateway({ beeper: server.url, api: 'split', timeoutMs });

      const reports = await runAll(gateway, { timeoutMs, counts: server });

      expect(reports).toEqual(allAs(expected));
    },
  );
}
