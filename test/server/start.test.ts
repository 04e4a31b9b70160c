import { expect, test } from 'vitest';
import { npmStart } from '../support/process.ts';

test('npm start compiles what it must, serves, and ends when it is told to', async () => {
  await using gateway = npmStart();
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain('sandbox: no Beeper is connected');
  expect((await fetch(`${origin}/ready`)).status).toBe(200);
  const answer = await fetch(`${origin}/graphql?query={beeper{sandbox}}`);
  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
  gateway.kill('SIGTERM');
  await gateway.ends();
  expect(gateway.stdout).toContain('Ending: running requests are finished');
});
