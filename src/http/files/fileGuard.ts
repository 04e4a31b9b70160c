import type { AddressKind } from '../../files/permissions.ts';
import { createHeaderRule } from '../guards/corsHeaders.ts';
import { corsResponseHeaders } from '../guards/corsResponse.ts';
import { isKnownHost, unknownHost } from '../guards/useHosts.ts';
import { isWelcome, originRefusal } from '../guards/useOrigins.ts';
import { Refusal } from '../refusal.ts';
import { securityHeaders } from '../useResponseHeaders.ts';

/** The head of a request to the address of a file. */
export interface FileHead {
  readonly method: string;
  /** As in the `Host` header. */
  readonly host: string;
  /** @returns null for a header that is absent. */
  readonly header: (name: string) => string | null;
}

export interface FileGuardOptions {
  /** Host names that the gateway accepts. */
  readonly hosts: ReadonlySet<string>;
  /** Origins whose web pages may use the gateway, besides its own. */
  readonly origins: ReadonlySet<string>;
  /** Further headers that their requests may have. */
  readonly corsHeaders: readonly string[];
}

/** Decides by the head of a request who may use an address. The address itself is the permission: there is no key to check. */
export interface FileGuard {
  /** @returns why the request is refused; null if it is not. */
  refusalOf(kind: AddressKind, head: FileHead): Refusal | null;
  /** @returns the headers of the response to a preflight request; null for any other request. */
  preflightOf(kind: AddressKind, head: FileHead): Record<string, string> | null;
  /** @returns headers for each response, which tell browsers the pages that may read or show it. */
  headersFor(head: FileHead): Record<string, string>;
}

const methods = { asset: ['GET', 'HEAD'], upload: ['PUT'] } as const;
const exposed =
  'accept-ranges, content-disposition, content-length, content-range, etag, last-modified, retry-after, x-request-id';
/** What requests for a part of a file have. */
const rangeHeaders = ['range', 'if-range', 'if-none-match', 'if-modified-since'];

const wrongMethods = {
  asset: wrongMethod('asset', 'A file is requested by GET or HEAD.'),
  upload: wrongMethod('upload', 'A file is sent by PUT.'),
};

export function createFileGuard({ hosts, origins, corsHeaders }: FileGuardOptions): FileGuard {
  const allowedHeaders = createHeaderRule([...corsHeaders, ...rangeHeaders]);

  /** A plain `<img>` has no `Origin`. Which pages may show it is for `cross-origin-resource-policy` to say. */
  const isForeign = ({ host, header }: FileHead): boolean => {
    const origin = header('origin');
    return origin !== null && !isWelcome(origin, host, origins);
  };

  return {
    refusalOf(kind, head) {
      if (!isKnownHost(head.host, hosts)) return unknownHost;
      if (isForeign(head)) return originRefusal(head.header('origin'), head.host);
      const isAllowed = head.method === 'OPTIONS' || methods[kind].some((method) => method === head.method);
      return isAllowed ? null : wrongMethods[kind];
    },
    preflightOf(kind, { method, header }) {
      if (method !== 'OPTIONS') return null;
      const allow = allowed(kind);
      if (!origins.has(header('origin') ?? '')) return { allow };
      return {
        allow,
        'access-control-allow-methods': methods[kind].join(', '),
        'access-control-allow-headers': allowedHeaders(header('access-control-request-headers')),
        'access-control-max-age': '600',
        vary: 'Origin, Access-Control-Request-Headers',
      };
    },
    headersFor({ header }) {
      return {
        ...securityHeaders,
        'cross-origin-resource-policy': origins.size > 0 ? 'cross-origin' : 'same-site',
        ...corsResponseHeaders(header('origin'), origins, exposed),
      };
    },
  };
}

function allowed(kind: AddressKind): string {
  return [...methods[kind], 'OPTIONS'].join(', ');
}

function wrongMethod(kind: AddressKind, message: string): Refusal {
  const allow = allowed(kind);
  return new Refusal({
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message,
    remedy: `Use one of the methods ${allow}.`,
    headers: { allow },
  });
}
