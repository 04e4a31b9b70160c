import { StoreError } from '../writes/store/store.ts';
import { FileRefusal } from './refusal.ts';

/** Why a file is not taken, apart from failures of Beeper. */

const another = 'Call `createUpload` again, and send the file to the new address.';

export const compressed = () =>
  new FileRefusal('The body is compressed.', {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    reason: 'content-encoding',
    remedy: 'Send the bytes of the file as they are, without `content-encoding`.',
  });

export const isForm = () =>
  new FileRefusal('The body is a form, not a file.', {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    reason: 'content-type',
    remedy: 'Send the file itself as the body: `fetch(url, { method: "PUT", body: file })`.',
  });

export const emptyFile = () =>
  new FileRefusal('The body is empty.', {
    status: 400,
    code: 'BAD_REQUEST',
    reason: 'empty',
    remedy: 'Send the bytes of the file as the body. The address can still be used.',
  });

export const tooManyBytes = (sizeBytes: number) =>
  new FileRefusal(`The body has more bytes than the ${sizeBytes} of \`sizeBytes\`.`, {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    reason: 'size',
    remedy: 'Send exactly the file that the address was made for, or call `createUpload` with its true size.',
  });

export const tooFewBytes = (sizeBytes: number, receivedBytes: number) =>
  new FileRefusal(`The body has ${receivedBytes} bytes, fewer than the ${sizeBytes} of \`sizeBytes\`.`, {
    status: 400,
    code: 'BAD_REQUEST',
    reason: 'size',
    remedy: 'Send exactly the file that the address was made for, or call `createUpload` with its true size.',
  });

/** As a rule, nobody is there to read it. */
export const interrupted = () =>
  new FileRefusal('The upload was interrupted before its end.', {
    status: 400,
    code: 'BAD_REQUEST',
    reason: 'interrupted',
    remedy: 'Send the file again. The address can still be used.',
    retryable: true,
  });

export const silent = () =>
  new FileRefusal('Nothing of the file has arrived for 30 s.', {
    status: 408,
    code: 'BAD_REQUEST',
    reason: 'silent',
    remedy: 'Send the file again. The address can still be used.',
    retryable: true,
  });

export const tooSlow = () =>
  new FileRefusal('The upload is too slow: fewer than 16 KiB a second.', {
    status: 408,
    code: 'BAD_REQUEST',
    reason: 'slow',
    remedy: 'Send the file again over a faster connection. The address can still be used.',
    retryable: true,
  });

export const alreadyUsed = () =>
  new FileRefusal('A file was already uploaded to this address.', {
    status: 409,
    code: 'CONFLICT',
    reason: 'used',
    remedy: `Use the \`uploadID\` that was answered then. For another file: ${another}`,
  });

/** Also where the process that received the file has died. */
export const inUse = () =>
  new FileRefusal('A file is being uploaded to this address, or an upload to it was lost.', {
    status: 409,
    code: 'CONFLICT',
    reason: 'in-use',
    remedy: `Wait for the upload that is running. If there is none: ${another}`,
  });

export const storeFailed = (cause: unknown) =>
  cause instanceof StoreError
    ? new FileRefusal('The gateway can’t note that this address is used.', {
        status: 503,
        code: 'UNAVAILABLE',
        reason: 'store',
        remedy: 'Nothing was uploaded. Send the file again in a moment.',
        retryable: true,
        cause,
      })
    : cause;
