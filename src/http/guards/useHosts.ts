import type { Plugin } from 'graphql-yoga';
import { Refusal, type RefusalContext, refuseWith } from '../refusal.ts';

export const unknownHost = new Refusal({
  status: 421,
  code: 'FORBIDDEN',
  reason: 'host',
  message: 'This gateway does not accept the host name in the Host header.',
  remedy: 'Use a host name that the gateway accepts, or ask its operator to add this one to GATEWAY_HOSTS.',
});

/**
 * Rejects requests with 421, on every path, unless `Host` has one of the names in `hosts`. After DNS rebinding, a
 * browser treats a foreign page as same-origin, so the origin rules do not apply; but `Host` still has the page's name.
 * @param hosts in lower case, without a port, IPv6 in brackets.
 */
export function useHosts(hosts: ReadonlySet<string>): Plugin<object, RefusalContext> {
  return {
    onRequest(hook) {
      if (!isKnownHost(hostOf(hook.request), hosts)) refuseWith(hook, unknownHost);
    },
  };
}

/** @returns host name and port from the `Host` header or, without one, from the URL. */
export function hostOf(request: Request): string {
  return request.headers.get('host') ?? /^https?:\/\/([^/?#]*)/.exec(request.url)?.[1] ?? '';
}

/** @param host name and perhaps port, as in the `Host` header. */
export const isKnownHost = (host: string, hosts: ReadonlySet<string>): boolean => hosts.has(nameOf(host));

/** @returns the name without the port, in lower case. */
export const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
