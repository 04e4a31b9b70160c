import { createUpload, sendFile as sendMessage } from './documents.js';
import { sentences } from './sentences.js';

/**
 * Sends a file to a chat.
 *
 * @param {object} options
 * @param {(query: string, variables?: object) => Promise<any>} options.ask returns `data`, or throws
 * @param {string} options.chatID
 * @param {File} options.file
 * @param {string | null} options.caption
 * @param {string} options.key a new one for each message, the same one for each try
 */
export async function sendFile({ ask, chatID, file, caption, key }) {
  const input = { fileName: file.name, mimeType: file.type || null, sizeBytes: file.size };
  const { createUpload: address } = await ask(createUpload, { input });
  if (address.__typename !== 'CreateUploadPayload')
    throw new Error(sentences(address.message, address.remedy));

  const response = await fetch(address.url, { method: 'PUT', body: file });
  /** @type {any} A proxy answers with HTML. */
  const { uploadID, errors } = await response.json().catch(() => ({}));
  if (errors) throw new Error(sentences(errors[0].message, errors[0].extensions.remedy));
  if (!uploadID) throw new Error(`The upload ended with status ${response.status}.`);

  const { sendMessage: sent } = await ask(sendMessage, { chatID, uploadID, caption, key });
  if (sent.__typename !== 'SendMessagePayload') throw new Error(sentences(sent.message, sent.remedy));
}
