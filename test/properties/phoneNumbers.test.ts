import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { seed } from '../support/askStrictly.ts';
import { StartChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { AccountsAndPeople, People } from '../support/queryDocuments.ts';

async function contactNumbers(pair: Pair, accountID: string): Promise<string[]> {
  const { data } = await pair.gateway.query(People, { accountID, first: 200 });
  return (data?.contacts?.nodes ?? []).flatMap((contact) => contact?.phoneNumber ?? []);
}

/** @returns the phone number that startChat sends to Beeper, or undefined if it sends nothing. */
async function sentFor(pair: Pair, phoneNumber: string): Promise<string | undefined> {
  const before = pair.writes().length;
  await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user: { phoneNumber } } });
  const body = pair.writes()[before]?.json as { user: { phoneNumber: string } } | undefined;
  return body?.user.phoneNumber;
}

/** The same number: its digits, or without the national prefix that E.164 leaves out. */
function expectSameNumber(sent: string | undefined, number: string): void {
  expect([number, parsePhoneNumberFromString(number)?.number]).toContain(sent);
}

const anyNumber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 15 })
  .map((digits) => `+${digits.join('')}`);

test('startChat accepts the phone number of every contact of the sandbox and sends the same digits', async () => {
  await using pair = await startPair();
  const { data } = await pair.gateway.query(AccountsAndPeople, {});
  let count = 0;
  for (const { id } of data?.accounts ?? []) {
    for (const number of await contactNumbers(pair, id)) {
      expect(await sentFor(pair, number)).toBe(number);
      count++;
    }
  }
  expect(count).toBeGreaterThan(50);
});

test('startChat accepts every phone number that contacts returns and sends the same number', async () => {
  await using pair = await startPair();

  const check = async (numbers: string[]) => {
    const items = numbers.map((phoneNumber, n) => ({ id: `@${n}:x`, phoneNumber }));
    pair.sandbox.next('GET /v1/accounts/{accountID}/contacts/list', {
      status: 200,
      body: { items, hasMore: false },
    });

    const returned = await contactNumbers(pair, whatsapp);

    expect(returned).toEqual(numbers);
    for (const number of returned) expectSameNumber(await sentFor(pair, number), number);
  };
  await fc.assert(fc.asyncProperty(fc.array(anyNumber, { minLength: 1, maxLength: 20 }), check), {
    seed,
    numRuns: 30,
  });
});

/** A character as other keyboards and fonts write it. */
const lookalikes: Record<string, readonly string[]> = Object.fromEntries(
  ['+', ...'0123456789'].map((character) => [
    character,
    character === '+'
      ? ['+', '＋', '﹢']
      : ['0', '０', '٠', '۰', '०', '𝟎', '𝟶'].map((zero) =>
          String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(character)),
        ),
  ]),
);
const invisible = fc.constantFrom(
  '',
  '\u200e',
  '\u202a',
  '\u2066',
  '\ufeff',
  '\u00ad',
  '\u200b',
  '\u{e0001}',
);
const disguised = anyNumber.chain((number) =>
  fc
    .tuple(
      ...[...number].map((character) =>
        fc.tuple(invisible, fc.constantFrom(...(lookalikes[character] ?? []))).map((parts) => parts.join('')),
      ),
    )
    .map((parts) => ({ number, typed: `\u00a0${parts.join('')}\u2069 \n` })),
);

test('startChat sends the same number for digits of any script with invisible characters', async () => {
  await using pair = await startPair();

  await fc.assert(
    fc.asyncProperty(disguised, async ({ number, typed }) => {
      expectSameNumber(await sentFor(pair, typed), number);
    }),
    { seed, numRuns: 150 },
  );
});

test.each(['12', '+49', 'VODAFONE', '+1-800-FLOWERS', '–'])(
  'contacts does not hand out %s as a phone number, which startChat would refuse',
  async (phoneNumber) => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/accounts/{accountID}/contacts/list', {
      body: { items: [{ id: '@a:x', phoneNumber, fullName: phoneNumber }], hasMore: false },
    });

    expect(await contactNumbers(pair, whatsapp)).toEqual([]);
    expect(await sentFor(pair, phoneNumber)).toBeUndefined();
  },
);
