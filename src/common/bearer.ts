/** `b64token` of RFC 6750, section 2.1: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const token = String.raw`[A-Za-z0-9\-._~+/]+=*`;

export const bearerToken = new RegExp(`^${token}$`);
const bearerCredentials = new RegExp(`^bearer +(${token}) *$`, 'i');

/**
 * Reads an `Authorization` header. A malformed bearer token does not select `fallback`: a caller who sends a token of
 * their own never acts with the gateway's.
 * @returns the bearer token, null if it is malformed, or `fallback` if the header has no bearer token.
 */
export function tokenOf(authorization: string | null, fallback: string | null): string | null {
  if (authorization === null || !/^bearer\b/i.test(authorization)) return fallback;
  return bearerCredentials.exec(authorization)?.[1] ?? null;
}
