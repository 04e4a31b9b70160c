import { expect, test } from 'vitest';
import { paste, type Running } from '../support/process.ts';

/** `script` gives its command a terminal, and ends when the command does. */
const inTerminal = (command: string) => paste(`exec script -qec '${command}' /dev/null`);

const start = 'exec node dist/cli.js start --port 0';

async function pidIn(terminal: Running, name: string): Promise<number> {
  const [, pid] = await terminal.prints(new RegExp(`${name}=(\\d+)`));
  return Number(pid);
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a gateway ends with the process that started it in a terminal, such as npm, although nobody sends a signal', async () => {
  // The outer shell keeps the terminal open.
  await using terminal = inTerminal(
    `sh -c "echo parent=\\$\\$; sh -c \\"echo gateway=\\\\\\$\\\\\\$; ${start}\\" & wait"; exec sleep 60`,
  );
  const [parent, gateway] = [await pidIn(terminal, 'parent'), await pidIn(terminal, 'gateway')];
  await terminal.origin();
  expect(isRunning(gateway)).toBe(true);

  process.kill(parent, 'SIGKILL');

  await terminal.prints(/Shutting down: finishing running requests/);
  await expect.poll(() => isRunning(gateway)).toBe(false);
});

test('a gateway in a session of its own ends with the terminal, from which it gets no signal', async () => {
  // The shell outlives the terminal, so that the gateway keeps its parent.
  await using terminal = inTerminal(
    `trap "" HUP; echo parent=$$; setsid sh -c "echo gateway=\\$\\$; ${start}" & wait; exec sleep 60`,
  );
  const [parent, gateway] = [await pidIn(terminal, 'parent'), await pidIn(terminal, 'gateway')];
  await terminal.origin();

  terminal.kill('SIGKILL');

  await expect.poll(() => isRunning(gateway)).toBe(false);
  expect(isRunning(parent)).toBe(true);
  process.kill(parent, 'SIGKILL');
});
