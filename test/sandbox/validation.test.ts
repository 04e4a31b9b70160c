import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ada, grace, request, whatsapp } from './clients.ts';

const create = { accountID: whatsapp, type: 'single', participantIDs: [ada] };
const start = { accountID: whatsapp, user: { id: ada } };

test.each([
  ['/v1/chats', {}, ['accountID', 'type', 'participantIDs']],
  ['/v1/chats', { ...create, accountID: '' }, ['accountID']],
  ['/v1/chats', { ...create, accountID: null }, ['accountID']],
  ['/v1/chats', { ...create, type: 'channel' }, ['type']],
  ['/v1/chats', { ...create, participantIDs: [] }, ['participantIDs']],
  ['/v1/chats', { ...create, participantIDs: [ada, grace] }, ['participantIDs']],
  ['/v1/chats', { ...create, participantIDs: [7] }, ['participantIDs.0']],
  ['/v1/chats', { ...create, title: null }, ['title']],
  ['/v1/chats', { ...create, messageText: null }, ['messageText']],
  ['/v1/chats/start', {}, ['accountID', 'user']],
  ['/v1/chats/start', { ...start, user: {} }, ['user']],
  ['/v1/chats/start', { ...start, user: { fullName: 'Ada' } }, ['user']],
  ['/v1/chats/start', { ...start, user: { email: null } }, ['user.email']],
  ['/v1/chats/start', { ...start, allowInvite: 'yes' }, ['allowInvite']],
  ['/v1/chats/start', { ...start, allowInvite: null }, ['allowInvite']],
])('POST %s with %j reports the invalid fields', async (path, body, invalidFields) => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, path, body);
  expect(response).toMatchObject({
    status: 400,
    json: { code: 'VALIDATION_ERROR', message: expect.any(String) },
  });
  const { issues } = (response.json as { details: { issues: { path: string[]; code: string }[] } }).details;
  expect(issues.map((issue) => issue.path)).toEqual(invalidFields.map((field) => ['body', ...steps(field)]));
  expect(issues.every((issue) => issue.code !== '')).toBe(true);
});

const steps = (field: string) => field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

test('unknown fields are not an error', async () => {
  await using sandbox = await startSandbox();
  expect((await request(sandbox, '/v1/chats', { ...create, colour: 'blue' })).status).toBe(200);
});

test('a body that is not JSON is a validation error', async () => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, '/v1/chats', undefined, { method: 'POST', body: '{"accountID":' });
  expect(response).toMatchObject({ status: 400, json: { details: { issues: [{ path: ['body'] }] } } });
});

test('a missing body is a validation error', async () => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, '/v1/chats', undefined, { method: 'POST' });
  expect(response).toMatchObject({ status: 400, json: { details: { issues: [{ path: ['body'] }] } } });
});

test('a body with another content type than JSON is rejected', async () => {
  await using sandbox = await startSandbox();
  const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'text/plain' };
  const response = await request(sandbox, '/v1/chats', create, { headers });
  expect(response.status).toBe(415);
});

test.each([
  ['/v1/chats?direction=sideways', 'direction'],
  ['/v1/chats?cursor=made-up', 'cursor'],
  ['/v1/chats/search?limit=201', 'limit'],
  ['/v1/chats/search?limit=0', 'limit'],
  ['/v1/chats/search?limit=ten', 'limit'],
  ['/v1/chats/search?unreadOnly=1', 'unreadOnly'],
  ['/v1/chats/search?lastActivityAfter=yesterday', 'lastActivityAfter'],
  ['/v1/accounts/matrix/contacts', 'query'],
  ['/v1/accounts/matrix/contacts/list?limit=201', 'limit'],
  ['/v1/chats/5600?maxParticipantCount=501', 'maxParticipantCount'],
  ['/v1/chats/5600?maxParticipantCount=-2', 'maxParticipantCount'],
])('GET %s is a validation error', async (path, field) => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, path);
  expect(response).toMatchObject({
    status: 400,
    json: { details: { issues: [{ path: ['query', field] }] } },
  });
});
