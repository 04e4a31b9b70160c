const characters = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
]);
const references = new RegExp([...characters.keys()].join('|'), 'g');

/**
 * A text without marks, but with characters that HTML escapes, becomes HTML without elements: `a & b` becomes `a &amp; b`.
 * @returns the text before it was escaped; null where it was not: it has no references, or a character that escaping leaves
 * nowhere.
 */
export function unescapedText(text: string): string | null {
  if (!text.includes('&')) return null;
  const rest = text.replaceAll(references, '');
  const isEscaped = rest.length < text.length && !/[&<>]/.test(rest);
  return isEscaped
    ? text.replaceAll(references, (reference) => characters.get(reference) ?? reference)
    : null;
}
