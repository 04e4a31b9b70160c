import { randomBytes } from 'node:crypto';

/** A file as the last part of `multipart/form-data`: what is sent before and after its bytes. */
export interface MultipartFile {
  readonly contentType: string;
  /** Bytes of the whole body. */
  readonly contentLength: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** @param file.mimeType null to leave it to Beeper to find out. */
export function multipartFile({
  fileName,
  mimeType,
  sizeBytes,
}: {
  readonly fileName: string;
  readonly mimeType: string | null;
  readonly sizeBytes: number;
}): MultipartFile {
  const boundary = `gateway-${randomBytes(16).toString('hex')}`;
  const part = (head: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n`;
  const field = (name: string, value: string) => `${part(`name="${name}"`)}\r\n${value}\r\n`;
  const before = Buffer.from(
    [
      field('fileName', fileName),
      mimeType === null ? '' : field('mimeType', mimeType),
      part(`name="file"; filename="${escapeName(fileName)}"`),
      `content-type: ${mimeType ?? 'application/octet-stream'}\r\n\r\n`,
    ].join(''),
  );
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: before.length + sizeBytes + after.length,
    before,
    after,
  };
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
const escapeName = (name: string): string => name.replace(/[\r\n"]/g, encodeURIComponent);
