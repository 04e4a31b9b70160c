import { graphql } from '../support/graphql/index.js';
import type { Gateway } from '../support/gateway.ts';

const CreateUpload = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ...AnyFailure
      ... on CreateUploadPayload {
        url
        expiresAt
        maxBytes
      }
    }
  }
`);

export const photo = { fileName: 'a.jpg', mimeType: 'image/jpeg', sizeBytes: 5 };
export const bytes = 'bytes';

/** @returns the address to upload a file to. */
export async function addressFor(gateway: Gateway, input: object = photo, headers = {}): Promise<string> {
  const { data } = await gateway.query(CreateUpload, { input: { ...photo, ...input } }, { headers });
  const result = data?.createUpload;
  if (result?.__typename !== 'CreateUploadPayload') throw new Error(JSON.stringify(result));
  return (result as { url: string }).url;
}

interface PutOptions extends Omit<RequestInit, 'method' | 'body'> {
  /** The file; `bytes` by default. A stream is sent in chunks, without a length. */
  readonly body?: RequestInit['body'];
}

/** @returns the status and the JSON of the answer. */
export async function put(url: string, options: PutOptions = {}) {
  const response = await fetch(url, { method: 'PUT', body: bytes, duplex: 'half', ...options } as RequestInit);
  return { status: response.status, headers: response.headers, answer: await response.json() };
}
