import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { ApiError, invalidRequest } from '../server/apiError.ts';
import type { ReceivedForm } from '../server/receiveForm.ts';
import { json } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { serveFile } from '../server/serveFile.ts';
import { sinceVersion } from '../server/version.ts';
import { fileAt } from '../world/storedFile.ts';
import { type Upload, uploadPath } from '../world/uploads.ts';

export const assetRoutes = [
  // HEAD works, too.
  defineRoute({
    method: 'GET',
    path: '/v1/assets/serve',
    since: sinceVersion.serve,
    onOtherServers: 'present',
    query: z.object({ url: z.string().min(1) }),
    handler({ app, query, headers }) {
      const file = app.world.media.find(query.url);
      if (file) return serveFile(file, headers);
      throw isBeeper(app)
        ? new ApiError(502, 'BAD_GATEWAY', 'The file could not be loaded')
        : new ApiError(404, 'NOT_FOUND', 'File not found');
    },
  }),

  // Other servers answer 200 to failures, with a text in `error`.
  defineRoute({
    method: 'POST',
    path: '/v1/assets/upload',
    since: sinceVersion.files,
    onOtherServers: 'present',
    bodyFormat: 'multipart',
    handler({ app, upload }) {
      if (isBeeper(app)) return json(toWireUpload(addUpload(app, upload)));
      try {
        return json({ ...zeroValues, ...toWireUpload(addUpload(app, upload)) });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return json({ ...zeroValues, error: error.message });
      }
    },
  }),
];

/** Servers in Go send all fields. */
const zeroValues = {
  uploadID: '',
  srcURL: '',
  fileName: '',
  mimeType: '',
  fileSize: 0,
  width: 0,
  height: 0,
  duration: 0,
  error: '',
};

/** @throws {ApiError} 415 for another body than a form, 400 for a form without a file, 413 for a file that is too large. */
function addUpload({ world }: App, form: ReceivedForm | undefined): Upload {
  if (!form) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Expected multipart/form-data');
  const { file, problem = 'Required' } = form;
  if (!file) throw invalidRequest([{ code: 'custom', message: problem, path: ['body', 'file'] }]);
  if (file.isTooLarge) throw new ApiError(413, 'PAYLOAD_TOO_LARGE', 'The file is too large');
  file.isKept = true;
  const { path } = file;
  const modified = new Date(world.now());
  const upload: Upload = {
    uploadID: `upload-${randomUUID()}`,
    fileName: form.fields.fileName || form.fileName || 'file',
    mimeType: typeOf(form),
    fileSize: form.bytes,
    ...file.size,
    ...(file.duration !== undefined && { duration: file.duration }),
    open: () => fileAt(path, form.bytes, form.sha256 ?? '', modified),
  };
  world.media.addUpload(upload);
  return upload;
}

/** The type that the client names in a field or, if it says more than that these are bytes or text, at the file itself. */
function typeOf({ fields, mimeType = '', file }: ReceivedForm): string {
  const named = ['', 'application/octet-stream', 'text/plain'].includes(mimeType) ? undefined : mimeType;
  return fields.mimeType || named || file?.mimeType || mimeType || 'application/octet-stream';
}

function toWireUpload({ open: _, ...upload }: Upload): object {
  return { ...upload, srcURL: pathToFileURL(uploadPath(upload.uploadID)).href };
}
