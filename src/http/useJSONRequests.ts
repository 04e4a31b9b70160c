import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { nestsDeeper } from '../common/jsonDepth.ts';

/** Variables nest some levels deep, their scalars a few more. */
const maxLevels = 200;

/** What Yoga's node adapter hands along; absent where the app is called as `fetch`. */
interface NodeContext {
  readonly req?: IncomingMessage;
}

/**
 * POST bodies are JSON or nothing: a form, which any web page may send to us, is 415. A body over `maxBytes` is 413,
 * told by reading node's request itself: Yoga's own limit pipes each body through web streams, at 40 % more CPU.
 */
export function useJSONRequests({ maxBytes }: { maxBytes: number }): Plugin<object, NodeContext> {
  return {
    onRequestParse({ request, serverContext, setRequestParser, endResponse, fetchAPI }) {
      if (request.method !== 'POST') return;
      if (!/^application\/(graphql\+)?json *(;|$)/i.test(request.headers.get('content-type') ?? '')) {
        const message = 'Send the request as JSON, with "content-type: application/json".';
        const extensions = { code: 'UNSUPPORTED_MEDIA_TYPE' };
        endResponse(fetchAPI.Response.json({ errors: [{ message, extensions }] }, { status: 415 }));
        return;
      }
      setRequestParser(async () => {
        const body = await readBody(request, serverContext?.req, maxBytes);
        return paramsOf(body);
      });
    },
  };
}

async function readBody(
  request: Request,
  req: IncomingMessage | undefined,
  maxBytes: number,
): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The request must outlive the loop, or the 413 has no socket to leave by.
  try {
    for await (const chunk of req ? req.iterator({ destroyOnReturn: false }) : (request.body ?? [])) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    // The client is gone, and nothing is wrong here.
    throw error instanceof GraphQLError ? error : badRequest('The body broke off.');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function paramsOf(body: string): GraphQLParams {
  if (nestsDeeper(body, maxLevels)) throw badRequest(`The body is nested deeper than ${maxLevels} levels.`);
  let params: unknown;
  try {
    params = JSON.parse(body);
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
  if (typeof params !== 'object' || params === null) throw badRequest('The body must be a JSON object.');
  return params;
}

const badRequest = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

const tooLarge = (maxBytes: number) =>
  new GraphQLError(`The body is larger than ${maxBytes} bytes.`, {
    extensions: { code: 'PAYLOAD_TOO_LARGE', http: { status: 413, headers: { connection: 'close' } } },
  });
