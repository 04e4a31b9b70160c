import { expect, test } from 'vitest';
import { isGone, paste, startExample } from '../support/process.ts';

test('npm run example:federation prints a command that queries both subgraphs, and Ctrl+C ends all its processes', async () => {
  await using example = startExample('federation');
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
