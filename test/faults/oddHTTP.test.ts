import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { allAs, answered, deadlineMs, type Expected, lost, runAll } from './support/operations.ts';
import { answer, type Reply, startRawServer } from './support/rawServer.ts';

const json = 'content-type: application/json';
const version = 'x-beeper-desktop-version: 4.3.73';
const earlyHints = 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n';

/** Valid and invalid HTTP that Node's own servers never send. */
const rows: readonly { when: string; reply: Reply; expected: Expected; waits?: true }[] = [
  {
    when: 'Early Hints before the answer',
    reply: (socket, body) => socket.write(earlyHints + answer(body, json)),
    expected: answered,
  },
  {
    when: 'several informational answers before the answer, each in its own packet',
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
    // undici closes the connection on an unexpected 100, and has no setting for it.
    when: 'an unexpected 100 Continue before the answer',
    reply: (socket, body) => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${answer(body, json)}`),
    expected: lost,
  },
  {
    when: 'two equal content-length headers',
    reply: (socket, body) => {
      const length = `content-length: ${Buffer.byteLength(body)}`;
      socket.write(answer(body, json, length, length));
    },
    expected: lost,
  },
  {
    when: 'two different content-length headers',
    reply: (socket, body) =>
      socket.write(answer(body, json, `content-length: ${Buffer.byteLength(body)}`, 'content-length: 3')),
    expected: lost,
  },
  {
    when: 'two content-type headers',
    reply: (socket, body) => socket.write(answer(body, 'content-type: text/html', json)),
    expected: answered,
  },
  {
    when: 'two version headers',
    reply: (socket, body) => socket.write(answer(body, json, version, 'x-beeper-desktop-version: 4.2.500')),
    expected: answered,
  },
  {
    when: 'a half-closed socket after the request, without an answer',
    reply: (socket) => socket.end(),
    expected: lost,
  },
  {
    when: 'a half-closed socket in the middle of the answer',
    reply: (socket, body) => socket.end(answer(body, json).slice(0, -2)),
    expected: lost,
  },
  {
    when: 'a half-closed socket after the answer',
    reply: (socket, body) => socket.end(answer(body, json)),
    expected: answered,
  },
  {
    when: 'an answer without a content-length that ends with the connection',
    reply: (socket, body) => socket.end(`HTTP/1.1 200 OK\r\n${json}\r\nconnection: close\r\n\r\n${body}`),
    expected: answered,
  },
  {
    when: 'bytes that are not HTTP',
    reply: (socket) => socket.write('220 mail.example.com ESMTP\r\n'),
    expected: lost,
  },
];

for (const { when, reply, expected, waits } of rows) {
  (waits ? test.concurrent : test)(
    `${when}: writes end as ${expected.write}, reads as ${expected.read}, before the deadline`,
    async () => {
      const timeoutMs = deadlineMs(waits);
      await using server = await startRawServer(reply);
      await using gateway = await startGateway({ beeper: server.url, api: 'split', timeoutMs });

      const reports = await runAll(gateway, { timeoutMs, counts: server });

      expect(reports).toEqual(allAs(expected));
    },
  );
}
