import { createUpload } from './documents.js';

/**
 * Prepares the upload of one file.
 *
 * @param {object} options
 * @param {(query: string, variables?: object) => Promise<any>} options.ask returns `data`, or throws
 * @param {File} options.file
 */
export function prepareUpload({ ask, file }) {
  /** @type {string | null} */
  let url = null;

  /** @returns {Promise<string>} */
  async function requestAddress() {
    const input = { fileName: file.name, mimeType: file.type || null, sizeBytes: file.size };
    const { createUpload: result } = await ask(createUpload, { input });
    if (result.__typename !== 'CreateUploadPayload') throw new UploadError(result.message, result);
    return result.url;
  }

  return {
    /**
     * Uploads the file. After a failure it can be called again.
     * @param {{ onProgress: (part: number) => void, signal: AbortSignal }} options `part` is from 0 to 1
     * @returns {Promise<{ uploadID: string, fileName: string, mimeType: string | null, sizeBytes: number }>}
     * @throws {UploadError}
     */
    async send(options) {
      url ??= await requestAddress();
      try {
        return await put(url, file, options);
      } catch (error) {
        // The address takes the file again after a cut, but not once it was used or has expired.
        if (!(error instanceof UploadError && error.retryable)) url = null;
        throw error;
      }
    },
  };
}

/**
 * An XMLHttpRequest, because fetch does not tell how much was sent.
 *
 * @param {string} url
 * @param {File} file
 * @param {{ onProgress: (part: number) => void, signal: AbortSignal }} options
 * @returns {Promise<{ uploadID: string, fileName: string, mimeType: string | null, sizeBytes: number }>}
 */
function put(url, file, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const cancelled = () => reject(new UploadError('Cancelled.', { retryable: true }));
    // While the address was requested.
    if (signal.aborted) return cancelled();
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(loaded / file.size);
    request.onload = () => {
      if (request.status === 200) return resolve(request.response);
      const [error] = request.response?.errors ?? [];
      // A proxy answers with HTML.
      const retryable = request.status === 429 || request.status === 503;
      const retryAfterSeconds = Number(request.getResponseHeader('retry-after')) || null;
      const when = retryAfterSeconds ? `in ${retryAfterSeconds} s` : 'later';
      const remedy = retryable ? `Try again ${when}.` : null;
      const details = { remedy, retryable, retryAfterSeconds, ...error?.extensions };
      reject(new UploadError(error?.message ?? `The status is ${request.status}.`, details));
    };
    request.onerror = () =>
      reject(new UploadError('The connection was lost.', { remedy: 'Try again.', retryable: true }));
    request.onabort = cancelled;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** `message` and `remedy` are sentences for people. */
export class UploadError extends Error {
  /**
   * @param {string} message
   * @param {{
   *   code?: string | null,
   *   remedy?: string | null,
   *   retryable?: boolean,
   *   retryAfterSeconds?: number | null,
   * }} [details]
   */
  constructor(message, { code = null, remedy = null, retryable = false, retryAfterSeconds = null } = {}) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.retryable = retryable;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
