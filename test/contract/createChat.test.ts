import { expect, test } from 'vitest';
import { CreateChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, grace, versionOf, whatsapp } from '../support/people.ts';

const dialects = Object.keys(versionOf) as (keyof typeof versionOf)[];

for (const dialect of dialects) {
  const mode = dialect === 'union' ? '"mode":"create",' : '';

  test(`createChat on ${dialect} sends a direct chat with one participant`, async () => {
    await using pair = await startPair({ dialect });
    const before = pair.sandbox.chats.size;

    const { data, errors } = await pair.gateway.query(CreateChat, {
      input: { single: { accountID: whatsapp, participantID: ada.id } },
    });

    expect(errors).toBeUndefined();
    expect(pair.writes().map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/v1/chats',
        body: `{"accountID":"${whatsapp}",${mode}"participantIDs":["${ada.id}"],"type":"single"}`,
      },
    ]);
    const made = [...pair.sandbox.chats.keys()].slice(before);
    expect(made).toHaveLength(1);
    expect(data?.createChat).toEqual({ __typename: 'CreateChatPayload', chatID: made[0] });
  });

  test(`createChat on ${dialect} sends a group with its title and first message`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(CreateChat, {
      input: {
        group: {
          accountID: whatsapp,
          participantIDs: [ada.id, grace.id],
          title: 'Analytical engines',
          messageText: 'Welcome!',
        },
      },
    });

    expect(data?.createChat?.__typename).toBe('CreateChatPayload');
    expect(pair.writes().map(({ body }) => body)).toEqual([
      `{"accountID":"${whatsapp}",${mode}"participantIDs":["${ada.id}","${grace.id}"],"type":"group","messageText":"Welcome!","title":"Analytical engines"}`,
    ]);
  });
}

test('createChat sends no title and no message if they are null', async () => {
  await using pair = await startPair();

  await pair.gateway.query(CreateChat, {
    input: { single: { accountID: whatsapp, participantID: ada.id, title: null, messageText: null } },
  });

  expect(pair.writes().map(({ json }) => json)).toEqual([
    { accountID: whatsapp, participantIDs: [ada.id], type: 'single' },
  ]);
});

test('createChat without a key creates a chat each time, with one POST each', async () => {
  await using pair = await startPair();
  const before = pair.sandbox.chats.size;
  const input = { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id] } };

  await pair.gateway.query(CreateChat, { input });
  await pair.gateway.query(CreateChat, { input });

  expect(pair.writes()).toHaveLength(2);
  expect(pair.sandbox.chats.size).toBe(before + 2);
});

test('createChat on an account that requires a first message reports the issue at messageText', async () => {
  await using pair = await startPair();
  const person = 'urn:li:member:1';
  pair.sandbox.next('POST /v1/chats', {
    status: 422,
    body: {
      message: 'Validation failed',
      code: 'VALIDATION_ERROR',
      details: {
        issues: [{ code: 'required', message: 'A first message is needed', path: ['body', 'messageText'] }],
      },
    },
  });

  const { data } = await pair.gateway.query(CreateChat, {
    input: { single: { accountID: 'linkedin', participantID: person } },
  });

  expect(data?.createChat).toMatchObject({
    __typename: 'BeeperInvalidInputError',
    issues: [
      { path: ['input', 'single', 'messageText'], message: 'A first message is needed', code: 'required' },
    ],
  });
});

test('if createChat does not find a user ID, the remedy tells where user IDs are found', async () => {
  await using pair = await startPair();
  const input = { single: { accountID: whatsapp, participantID: '@nobody:local-whatsapp.localhost' } };

  const { data } = await pair.gateway.query(CreateChat, { input });

  expect(data?.createChat).toMatchObject({
    __typename: 'BeeperNotFoundError',
    remedy: expect.stringMatching(/user IDs\. .*contacts of this account.*startChat/),
  });
});
