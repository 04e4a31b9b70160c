import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { client } from './client.ts';

const CreateUploadMutation = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ... on CreateUploadPayload { url }
      ... on BeeperError { ...Failure }
    }
  }
`);

interface UploadOptions {
  /** Gets the part that was sent, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** The file has not reached Beeper. */
export class UploadError extends Error {
  readonly failure: FailureData;

  constructor(failure: FailureData) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Uploads a file. It can be called again after a failure.
 *
 * @returns the `uploadID` to send it with.
 * @throws {UploadError}
 */
export async function upload(file: File, { onProgress, signal }: UploadOptions): Promise<string> {
  try {
    return await put(await addressFor(file, signal), file, onProgress, signal);
  } catch (error) {
    throw error instanceof UploadError ? error : new UploadError(failureOfError(error));
  }
}

async function addressFor(file: File, signal: AbortSignal): Promise<string> {
  const input = { fileName: file.name, mimeType: file.type || null, sizeBytes: file.size };
  const { data, error } = await client.mutate({
    mutation: CreateUploadMutation,
    variables: { input },
    context: { fetchOptions: { signal } },
  });
  const result = data?.createUpload;
  if (!result) throw error ?? new Error('The answer has no result.');
  if (result.__typename !== 'CreateUploadPayload')
    throw new UploadError(getFragmentData(FailureFragment, result));
  return result.url;
}

/** With an XMLHttpRequest, because `fetch` does not tell how much was sent. */
function put(
  url: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded / file.size);
    request.onload = () => {
      const { uploadID, errors } = parsed(request.responseText);
      if (request.status === 200 && typeof uploadID === 'string') resolve(uploadID);
      else reject(errors ? new CombinedGraphQLErrors({ errors }) : refusal(request));
    };
    // As `fetch` calls it.
    request.onerror = () => reject(new TypeError('The connection was lost.'));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(file);
  });
}

/** As Apollo Client reports an answer that is not of GraphQL, such as that of a proxy. */
function refusal({ status, responseText }: XMLHttpRequest): ServerError {
  const response = new Response(null, { status: status >= 200 ? status : 502 });
  return new ServerError(`The status is ${status}.`, { response, bodyText: responseText });
}

function parsed(text: string) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
