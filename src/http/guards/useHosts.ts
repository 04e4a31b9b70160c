import type { Plugin } from 'graphql-yoga';
import { refusal } from '../refusal.ts';
import type { RequestIDContext } from '../useRequestID.ts';

/**
 * Answers only to the names in `hosts`, on every path; to others it says 421. A page whose own name is made to point
 * at us (DNS rebinding) counts as our own to the browser, so that no rule of origins holds it back; but its name
 * stands in `Host`.
 * @param hosts in lower case, without port, IPv6 in brackets.
 */
export function useHosts(hosts: ReadonlySet<string>): Plugin<object, RequestIDContext> {
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      if (hosts.has(nameOf(hostOf(request)))) return;
      const { requestID } = serverContext;
      endResponse(
        refusal(fetchAPI, {
          status: 421,
          code: 'FORBIDDEN',
          message: 'This gateway does not go by the name in the Host header.',
          remedy: 'Use one of its names, or have this one added to the setting GATEWAY_HOSTS.',
          requestID,
        }),
      );
    },
  };
}

/** @returns name and port as the `Host` header has them, or else the request's URL. */
export function hostOf(request: Request): string {
  return request.headers.get('host') ?? /^https?:\/\/([^/?#]*)/.exec(request.url)?.[1] ?? '';
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
