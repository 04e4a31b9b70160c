import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { checkBodyHeaders, type NodeContext, readBody } from './requestBody.ts';
import { paramsOfBody, paramsOfURL } from './requestParams.ts';

interface BodyContext extends NodeContext {
  /** What the body holds. It can be read only once, and Yoga asks again for what the plain lane leaves to it. */
  bodyParams?: GraphQLParams | Promise<GraphQLParams>;
}

/**
 * Reads the parameters of a request: from the URL of a GET, or from the body of a POST. Accepts only JSON in bodies: any
 * web page can submit a form, so forms get 415. A body larger than `maxBytes` gets 413.
 */
export function useJSONRequests({ maxBytes }: { maxBytes: number }): Plugin<object, BodyContext> {
  const limits = { maxBytes, uploads: { bytes: 0 } };

  function read(request: Request, context: BodyContext): GraphQLParams | Promise<GraphQLParams> {
    const body = readBody(request, context, limits);
    return body instanceof Promise ? body.then(paramsOfBody) : paramsOfBody(body);
  }

  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'GET') {
        setRequestParser(({ url }) => paramsOfURL(url));
      } else {
        checkBodyHeaders(request.headers);
        setRequestParser(() => {
          try {
            serverContext.bodyParams ??= read(request, serverContext);
          } catch (error) {
            serverContext.bodyParams = Promise.reject(error);
          }
          return serverContext.bodyParams;
        });
      }
    },
  };
}
