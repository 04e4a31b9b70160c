import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';

/** Headers as `writeHead` takes them: an object, or names and values in turn. Names have any case. */
export type GivenHeaders = OutgoingHttpHeaders | readonly OutgoingHttpHeader[];

const isList = (headers: GivenHeaders): headers is readonly OutgoingHttpHeader[] => Array.isArray(headers);

const isName = (text: unknown, name: string): boolean =>
  typeof text === 'string' && text.length === name.length && text.toLowerCase() === name;

/**
 * @param name in lower case.
 * @returns the value of a header, the first one of a list; undefined without one.
 */
export function valueIn(headers: GivenHeaders, name: string): OutgoingHttpHeader | undefined {
  if (isList(headers)) {
    for (let index = 0; index < headers.length; index += 2)
      if (isName(headers[index], name)) return headers[index + 1];
    return undefined;
  }
  for (const key in headers) if (isName(key, name)) return headers[key];
  return undefined;
}

/** @returns `headers` with one more name in their `Vary`. */
export function withVary(headers: GivenHeaders, varies: string): GivenHeaders {
  if (isList(headers)) return [...headers, 'vary', varies];
  for (const key in headers)
    if (isName(key, 'vary')) return { ...headers, [key]: `${headers[key]}, ${varies}` };
  return { vary: varies, ...headers };
}

/** @returns each name in lower case with its value, or with all of its values. */
export function valuesByName(headers: GivenHeaders): ReadonlyMap<string, OutgoingHttpHeader> {
  const pairs = isList(headers)
    ? headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]] as const] : []))
    : Object.entries(headers);
  const byName = new Map<string, OutgoingHttpHeader>();
  for (const [key, value] of pairs) {
    if (value === undefined) continue;
    const name = String(key).toLowerCase();
    const known = byName.get(name);
    byName.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return byName;
}
