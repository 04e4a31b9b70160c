import { conflict, forbidden, invalidRequest } from '../server/apiError.ts';
import type { App } from '../server/route.ts';
import type { Message, WorldChat } from '../world/model.ts';
import { type AttachmentInput, kinds, typeOf, type Upload } from '../world/uploads.ts';

/** @throws {ApiError} 403 if nobody can send messages to the chat. */
export function checkCanSend(chat: WorldChat): void {
  if (chat.isReadOnly) throw forbidden('This chat is read-only');
}

/**
 * Lengths are counted in code points, as people count characters. The text of a file is its caption.
 *
 * @throws {ApiError} 422 if the text is longer than the network allows.
 */
export function checkLength({ capabilities }: WorldChat, text: string, file?: File): void {
  const caption = file && capabilities?.attachments?.[kinds[typeOf(file.upload, file.input)].capability];
  const limit = file ? caption?.maxCaptionLength : capabilities?.maxTextLength;
  if (limit === undefined || [...text].length <= limit) return;
  const message = `Expected at most ${limit} characters`;
  throw invalidRequest([{ code: 'too_big', message, path: ['body', 'text'] }], 422);
}

export interface File {
  upload: Upload;
  input: AttachmentInput;
}

/**
 * @param path where the request names the upload.
 * @throws {ApiError} 422 for an ID that no upload has.
 */
export function findUpload({ world }: App, uploadID: string, path: readonly (string | number)[]): Upload {
  const upload = world.uploads.get(uploadID);
  if (upload) return upload;
  throw invalidRequest([{ code: 'custom', message: 'Unknown or expired upload', path: [...path] }], 422);
}

/** @throws {ApiError} 403 for a message of somebody else or a network without edits, 422 for a file, 409 past a limit. */
export function checkEdit(app: App, { capabilities = {} }: WorldChat, message: Message): void {
  if (!message.isSender) throw forbidden('Only own messages can be edited');
  if ((capabilities.edit ?? 1) <= 0) throw forbidden('This network does not support edits');
  if (message.attachments?.length) {
    const text = 'Messages with attachments cannot be edited';
    throw invalidRequest([{ code: 'custom', message: text, path: ['params', 'messageID'] }], 422);
  }
  if (isOlderThan(app, message, capabilities.editMaxAge))
    throw conflict('The message is too old to be edited');
  const edits = app.world.editCounts.get(message) ?? 0;
  if (edits >= (capabilities.editMaxCount ?? Number.POSITIVE_INFINITY))
    throw conflict('The message was edited too often');
}

/** @throws {ApiError} 403 for a message of somebody else or a network without deletion, 409 for a message that is too old. */
export function checkDeleteForEveryone(app: App, { capabilities = {} }: WorldChat, message: Message): void {
  if (!message.isSender) throw forbidden('Only own messages can be deleted for everyone');
  if ((capabilities.delete ?? 1) <= 0) throw forbidden('This network does not support deleting for everyone');
  if (isOlderThan(app, message, capabilities.deleteMaxAge))
    throw conflict('The message is too old to be deleted for everyone');
}

/** @throws {ApiError} 403 if the chat lists its capabilities and this is none of them. */
export function checkDeleteForMe({ capabilities }: WorldChat): void {
  if (capabilities && !capabilities.deleteForMe)
    throw forbidden('This network does not support deleting for oneself');
}

function isOlderThan({ world }: App, { timestamp }: Message, seconds = Number.POSITIVE_INFINITY): boolean {
  return world.now() - Date.parse(timestamp) > seconds * 1000;
}
