import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

/** The audit suite of the GraphQL over HTTP working group: https://github.com/graphql/graphql-over-http */

let sandbox: Sandbox;
let gateway: Gateway;

beforeAll(async () => {
  sandbox = await startSandbox();
  gateway = await startGateway({ beeper: sandbox.url });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
});

const audits = serverAudits({ url: () => `${gateway.origin}/graphql` });

test('the suite has more than 50 audits', () => {
  expect(audits.length).toBeGreaterThan(50);
});

test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s: %s', async (_id, _name, audit) => {
  const result = await audit();
  expect('reason' in result ? `${result.status}: ${result.reason}` : result.status).toBe('ok');
});
