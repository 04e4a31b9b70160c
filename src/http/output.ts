import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

/** Writes text to stdout or stderr. A full disk, or a pipe that nobody reads, costs lines and not the process. */
export interface Output {
  readonly isTTY: boolean;
  /** Writes at once or drops. Never throws, and never waits. */
  write(text: string): void;
  /** @returns once everything is written or dropped, or after `limitMs` milliseconds. */
  flush(limitMs: number): Promise<void>;
}

/** For a pipe whose reader is slow. */
const maxWaitingBytes = 1024 * 1024;

/**
 * @param stream stdout or stderr of the process.
 * @param report returns the line that tells how many writes were dropped; it is written once writing works again.
 */
export function createOutput(
  stream: NodeJS.WriteStream & { readonly fd: 1 | 2 },
  report: (dropped: number) => string,
): Output {
  // Every failed write is counted. Without a listener, the event would end the process.
  stream.on('error', () => {});
  let dropped = 0;

  const reportDropped = (write: (text: string, lines: number) => void) => {
    if (dropped === 0) return;
    const lines = dropped;
    dropped = 0;
    write(report(lines), lines);
  };

  // Pipes, sockets and terminals. Node writes to pipes without blocking, and goes on after EPIPE.
  const send = (text: string, lines: number) => {
    if (stream.writableLength > maxWaitingBytes) dropped += lines;
    else {
      stream.write(text, (error) => {
        if (error) dropped += lines;
        else if (stream.writableLength <= maxWaitingBytes / 2) reportDropped(send);
      });
    }
  };

  // Files and devices never wait for a reader. A line that was cut off gets its end before the next one.
  let isTorn = false;
  const append = (text: string, lines: number) => {
    const bytes = Buffer.from(isTorn ? `\n${text}` : text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(stream.fd, bytes, written);
    } catch {
      dropped += lines;
      isTorn ||= written > 0;
      return;
    }
    isTorn = false;
    reportDropped(append);
  };

  const isStream = stream instanceof Socket;
  return {
    isTTY: stream.isTTY === true,
    write: (text) => (isStream ? send : append)(text, 1),
    async flush(limitMs) {
      if (!isStream || stream.writableLength === 0) return;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, limitMs);
        stream.write('', () => resolve());
      });
    },
  };
}
