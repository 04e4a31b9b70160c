import { expect, test } from 'vitest';
import { npmStart } from '../support/process.ts';

test('npm start builds if needed, serves requests, and exits on SIGTERM', async () => {
  await using gateway = npmStart();
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain('sandbox, not connected to Beeper');
  expect((await fetch(`${origin}/ready`)).status).toBe(200);
  const answer = await fetch(`${origin}/graphql?query={beeper{sandbox}}`);
  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
  gateway.kill('SIGTERM');
  await gateway.ends();
  expect(gateway.stdout).toContain('Shutting down: finishing running requests');
});
