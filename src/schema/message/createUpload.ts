import { createUpload, type UploadAddress } from '../../resolvers/message/createUpload.ts';
import { builder } from '../builder.ts';
import {
  atMost,
  fileNameSchema,
  maxLength,
  maxUploadBytes,
  mimeTypeSchema,
  sizeBytesSchema,
} from '../validation.ts';
import { keylessMutation } from '../write.ts';

const CreateUploadInput = builder.inputType('CreateUploadInput', {
  description: 'The file that will be uploaded. In a browser, a `File` has all of these.',
  fields: (t) => ({
    fileName: t.string({
      required: true,
      description: `Name of the file, without a folder: \`file.name\`. Must not be blank or contain \`/\`, \`\\\` or control characters.${atMost(maxLength.fileName)}`,
      validate: { schema: fileNameSchema },
    }),
    mimeType: t.string({
      description: `MIME type of the file, such as \`image/jpeg\`: \`file.type\`. Omit it if that is empty: then Beeper looks at the file.${atMost(maxLength.fileName)}`,
      validate: { schema: mimeTypeSchema },
    }),
    sizeBytes: t.float({
      required: true,
      description: `Exact size of the file in bytes: \`file.size\`. A whole number from 1 to ${maxUploadBytes}.`,
      validate: { schema: sizeBytesSchema },
    }),
  }),
});

const CreateUploadPayload = builder.objectRef<UploadAddress>('CreateUploadPayload').implement({
  description: 'Where to upload the file to.',
  fields: (t) => ({
    url: t.exposeString('url', {
      description:
        'Address at the gateway for one PUT of the file. The body is the bytes of the file as they are, not a form and not compressed: in a browser, `fetch(url, { method: "PUT", body: file })`, or an `XMLHttpRequest` for progress (`upload.onprogress`) and to stop (`abort()`). It needs no headers: whoever has the address can upload this file for you, so keep it secret. The answer is JSON: with status 200 `uploadID`, which `sendMessage` and `saveChatDraft` take, besides `fileName`, `mimeType`, `sizeBytes`, `width`, `height` and `durationSeconds`, of which the last three and `mimeType` can be null. Otherwise it has `errors`, as in GraphQL: a `message`, and in `extensions` its `code`, `remedy` and `retryable`. A PUT that failed or was interrupted can be repeated until the address expires.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'The PUT must begin before this time, ten minutes after the mutation. It may end later.',
    }),
    maxBytes: t.float({
      description: `Size of the largest file that can be uploaded, in bytes: ${maxUploadBytes}. This upload takes exactly as many bytes as \`sizeBytes\` says.`,
      resolve: () => maxUploadBytes,
    }),
  }),
});

keylessMutation(
  {
    name: 'createUpload',
    description:
      'Prepares the upload of a file. It returns an address to send the file to by PUT; the answer to that PUT has the `uploadID` to send it with. The file reaches Beeper as it is: a photo can tell in its EXIF data where it was taken. Makes no call to Beeper. Requires Beeper Desktop 4.2.499 or newer.',
    input: CreateUploadInput,
    inputDescription: 'The file to upload.',
    payload: CreateUploadPayload,
    makesNoCall: true,
    resultDescription: 'Where to upload the file to, or a typed error.',
  },
  createUpload,
);
