import type { Gateway } from '../support/gateway.ts';
import { mutations } from '../support/mutations.ts';

export const photo = { fileName: 'a.jpg', mimeType: 'image/jpeg', sizeBytes: 5 };
export const bytes = 'bytes';

/** @returns the address to upload a file to. */
export async function addressFor(gateway: Gateway, input: object = photo, headers = {}): Promise<string> {
  const { data } = await gateway.query(
    mutations.createUpload.document,
    { input: { ...photo, ...input } },
    { headers },
  );
  const result = data?.createUpload;
  if (result?.__typename !== 'CreateUploadPayload') throw new Error(JSON.stringify(result));
  return (result as { url: string }).url;
}

interface PutOptions extends Omit<RequestInit, 'method' | 'body'> {
  /** The file; `bytes` by default. An iterable is sent in chunks, without a length. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** @returns the status and the JSON of the answer. */
export async function put(url: string, options: PutOptions = {}) {
  const response = await fetch(url, {
    method: 'PUT',
    body: bytes,
    duplex: 'half',
    ...options,
  } as RequestInit);
  return { status: response.status, headers: response.headers, answer: await response.json() };
}
