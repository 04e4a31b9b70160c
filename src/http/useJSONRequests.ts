import type { Plugin } from 'graphql-yoga';
import { checkBodyHeaders, type NodeContext, readBody } from './requestBody.ts';
import { paramsOfBody, paramsOfURL } from './requestParams.ts';

/**
 * Reads the parameters of a request: from the URL of a GET, or from the body of a POST. Accepts only JSON in bodies: any
 * web page can submit a form, so forms get 415. A body larger than `maxBytes` gets 413.
 */
export function useJSONRequests({ maxBytes }: { maxBytes: number }): Plugin<object, NodeContext> {
  const limits = { maxBytes, uploads: { bytes: 0 } };
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'GET') {
        setRequestParser(({ url }) => paramsOfURL(url));
      } else {
        checkBodyHeaders(request.headers);
        setRequestParser(async () => paramsOfBody(await readBody(request, serverContext, limits)));
      }
    },
  };
}
