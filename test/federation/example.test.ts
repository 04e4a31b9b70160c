import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { paste, Running } from '../support/process.ts';

/** Starts it in a process group, as a terminal does, so that a signal like Ctrl+C reaches all its processes. */
function npmRunExample(): Running {
  const { PATH = '', HOME = '' } = process.env;
  return new Running(
    spawn('npm', ['run', 'example:federation'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { HOME, PATH: [dirname(process.execPath), PATH].join(delimiter), PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    }),
  );
}

const isGone = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  );

test('npm run example:federation prints a command that queries both subgraphs, and Ctrl+C ends all its processes', async () => {
  await using example = npmRunExample();
  const [line] = await example.prints(/^curl .+$/m);
  const addresses = [...example.stdout.matchAll(/^(?:Sandbox|Gateway|CRM|Router) +(http:\S+)$/gm)].map(
    ([, url = '']) => url,
  );

  await using pasted = paste(line);
  expect(await pasted.ends()).toMatchObject({ code: 0 });
  const { data, errors } = JSON.parse(pasted.stdout);
  expect(errors).toBeUndefined();
  expect(data.chats.nodes).toHaveLength(3);
  for (const chat of data.chats.nodes) {
    expect(chat).toEqual({
      title: expect.any(String),
      notes: expect.arrayContaining([{ text: expect.any(String), author: { name: expect.any(String) } }]),
      account: { network: expect.any(String), owner: { name: expect.any(String) } },
    });
  }

  example.kill('SIGINT');
  await example.ends();
  expect(addresses).toHaveLength(4);
  for (const address of addresses) await expect.poll(() => isGone(address)).toBe(true);
  expect(example.stderr).not.toMatch(/error/i);
});
