import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { addressFor, put } from './uploadClient.ts';

const { chatID } = kishan;

/** A picture of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = { fileName: 'Ünïcödé "pixel".png', mimeType: 'image/png', sizeBytes: picture.length };

type Pair = Awaited<ReturnType<typeof startPair>>;

interface Served {
  readonly attachments: readonly { readonly srcURL: { readonly contentURL: string } }[];
}

/** @returns what the field `at` of the payload holds of the file. */
async function attachmentOf({ gateway }: Pair, mutation: string, input: object) {
  const response = await gateway.send(mutation, { input });
  const { data, errors } = await response.json();
  expect(errors).toBe(undefined);
  const { chat, message } = Object.values(data)[0] as {
    readonly chat?: { readonly draft: Served };
    readonly message?: Served;
  };
  return (message ?? chat?.draft)?.attachments[0];
}

async function expectPicture(url: string): Promise<void> {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
}

test('a file that was uploaded can be sent, and its message serves the same bytes', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const { status, answer } = await put(await addressFor(pair.gateway, file), { body: picture });
  expect({ status, answer }).toMatchObject({ status: 200, answer: { ...file, width: 1, height: 1 } });

  const attachment = await attachmentOf(
    pair,
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessagePayload {
      message { attachments { fileName mimeType fileSize size { width height } srcURL { contentURL } } } } } }`,
    { chatID, content: { attachment: { uploadID: answer.uploadID } } },
  );

  const { sizeBytes: fileSize, ...named } = file;
  expect(attachment).toMatchObject({ ...named, fileSize, size: { width: 1, height: 1 } });
  await expectPicture(attachment?.srcURL.contentURL ?? '');
});

test('a file that was uploaded can be put into a draft, which serves the same bytes', async () => {
  await using pair = await startPair();
  const { answer } = await put(await addressFor(pair.gateway, file), { body: picture });

  const attachment = await attachmentOf(
    pair,
    `mutation ($input: SaveChatDraftInput!) { saveChatDraft(input: $input) { ... on SaveChatDraftPayload {
      chat { draft { attachments { fileName mimeType srcURL { contentURL } } } } } } }`,
    { chatID, text: '', attachments: [{ uploadID: answer.uploadID }] },
  );

  expect(attachment).toMatchObject({ fileName: file.fileName, mimeType: file.mimeType });
  await expectPicture(attachment?.srcURL.contentURL ?? '');
});
