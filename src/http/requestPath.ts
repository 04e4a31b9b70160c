/**
 * A proxy in front of the gateway may allow some paths only, and compares them as they are sent. So the gateway does too:
 * `URL.pathname` would decode escapes and resolve `..`.
 * @param url a path with or without query, or an http URL.
 * @returns the path as the client sent it.
 */
export const pathOf = (url: string): string => /^(?:https?:\/\/[^/?#]*)?([^?]*)/i.exec(url)?.[1] ?? '';
