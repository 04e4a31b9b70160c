import { expect, test } from 'vitest';
import { UnavailableFailure } from '../../src/failures.ts';
import { createFollowUps } from '../../src/writes/followUps.ts';

const chat = { payload: 'createChat', key: 'written', field: 'chat' };
const below = { ...chat, field: null };
const failure = (message: string) => new UnavailableFailure(message);

test('a failed read is null, and the first failure is kept for its field', async () => {
  const followUps = createFollowUps();

  expect(await followUps.run(chat, () => 'value')).toBe('value');
  expect(await followUps.run(below, () => Promise.reject(failure('first')))).toBeNull();
  expect(await followUps.run(below, () => Promise.reject(failure('second')))).toBeNull();

  expect((await followUps.failureOf('createChat', 'chat'))?.message).toBe('first');
  expect(await followUps.failureOf('createChat', 'message')).toBeNull();
  expect(await followUps.failureOf('startChat', 'chat')).toBeNull();
});

test('an unexpected error is thrown on, also one that is thrown at once', async () => {
  const followUps = createFollowUps();
  const run = () =>
    followUps.run(chat, () => {
      throw new TypeError('a bug');
    });

  await expect(run()).rejects.toThrow(TypeError);
  expect(await followUps.failureOf('createChat', 'chat')).toBeNull();
});

test('the failure is told once the reads that follow a read have ended', async () => {
  const followUps = createFollowUps();
  const asked = followUps.failureOf('createChat', 'chat');
  let end = () => {};
  const first = followUps.run(chat, () => new Promise<void>((resolve) => (end = resolve)));
  const second = first.then(() => followUps.run(below, () => Promise.reject(failure('late'))));
  end();
  await second;

  expect((await asked)?.message).toBe('late');
});

test('what takes longer than all reads of a payload may is a failure, and what follows it as well', async () => {
  const followUps = createFollowUps(30);

  expect(await followUps.run(chat, () => new Promise(() => {}))).toBeNull();
  expect(await followUps.run(below, () => new Promise(() => {}))).toBeNull();
  expect(await followUps.run({ ...chat, payload: 'startChat' }, async () => 'in time')).toBe('in time');

  expect((await followUps.failureOf('createChat', 'chat'))?.code).toBe('UNAVAILABLE');
  expect(await followUps.failureOf('startChat', 'chat')).toBeNull();
});
