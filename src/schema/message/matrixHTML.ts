/** A piece of Matrix HTML. A void element such as `br` has no end. */
export interface Token {
  readonly kind: 'text' | 'start' | 'end';
  /** Text with its entities as written, or the name of the element in lower case. */
  readonly value: string;
  readonly attributes: string;
}

/** https://spec.matrix.org/v1.15/client-server-api/#mroommessage-msgtypes, with those of its older versions. */
const tags = new Map(
  [
    ...[
      'a',
      'b',
      'blockquote',
      'br',
      'caption',
      'code',
      'del',
      'details',
      'div',
      'em',
      'font',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'li',
    ],
    ...[
      'mx-reply',
      'ol',
      'p',
      'pre',
      's',
      'span',
      'strike',
      'strong',
      'sub',
      'summary',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'tt',
      'u',
      'ul',
    ],
  ].map((tag) => [tag, tag]),
);
const voidTags = new Set(['br', 'hr', 'img']);

/** A Matrix event has at most 64 KB. */
const maxLength = 256 * 1024;
/** As the Matrix specification recommends. */
const maxDepth = 100;

const attribute =
  /[ \t\n\r\f]+(?:[^\s"'<>/=]+[ \t\n\r\f]*=[ \t\n\r\f]*(?:"[^"]*"|'[^']*')|(?:data-mx-[a-z-]+|open|reversed)(?=[ \t\n\r\f/>]))/iy;
const tagEnd = /[ \t\n\r\f]*(\/?)>/y;

/**
 * Recognizes Matrix HTML. Beeper does not tell HTML from plain text, so this is strict: a text is HTML only if it has
 * tags, each is one of Matrix', and all are well-formed and closed in order. Each character is looked at once, up to
 * the first mistake.
 *
 * @returns null if the text is not Matrix HTML.
 */
export function parseMatrixHTML(text: string): readonly Token[] | null {
  if (text.length > maxLength) return null;
  const tokens: Token[] = [];
  const open: string[] = [];
  let textFrom = 0;
  let hasTags = false;

  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const isEnd = text.charCodeAt(at + 1) === slash;
    const nameFrom = at + (isEnd ? 2 : 1);
    if (!isEnd && !startsTag(text.charCodeAt(nameFrom))) {
      at++;
      continue;
    }
    const nameTo = endOfName(text, nameFrom);
    const tag =
      tags.get(text.slice(nameFrom, nameTo)) ?? tags.get(text.slice(nameFrom, nameTo).toLowerCase());
    if (tag === undefined) return null;
    const isVoid = voidTags.has(tag);
    const attributesTo = isEnd ? nameTo : endOfAttributes(text, nameTo);
    const end = endOfTag(text, attributesTo, isVoid && !isEnd);
    if (end === -1) return null;

    if (at > textFrom) tokens.push({ kind: 'text', value: text.slice(textFrom, at), attributes: '' });
    if (isEnd) {
      if (open.pop() !== tag) return null;
    } else if (!isVoid && open.push(tag) > maxDepth) return null;
    tokens.push({ kind: isEnd ? 'end' : 'start', value: tag, attributes: text.slice(nameTo, attributesTo) });
    hasTags = true;
    textFrom = end;
    at = end;
  }
  if (textFrom < text.length) tokens.push({ kind: 'text', value: text.slice(textFrom), attributes: '' });
  return hasTags && open.length === 0 ? tokens : null;
}

const slash = 0x2f;

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** A `<` before another character, as in `x < y` and `<3`, is text in HTML too. */
const startsTag = (code: number): boolean => isLetter(code) || code === 0x21 || code === 0x3f;

/** The names of tags have letters, digits and hyphens. */
function endOfName(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d; ) {
    code = text.charCodeAt(++at);
  }
  return at;
}

function endOfAttributes(text: string, from: number): number {
  let at = from;
  while (text[at] !== '>') {
    attribute.lastIndex = at;
    if (!attribute.test(text)) break;
    at = attribute.lastIndex;
  }
  return at;
}

/** @returns -1 if the tag does not end there. Only a void element may end with `/>`. */
function endOfTag(text: string, from: number, mayCloseItself: boolean): number {
  if (text[from] === '>') return from + 1;
  tagEnd.lastIndex = from;
  const [, closing] = tagEnd.exec(text) ?? [];
  return closing === undefined || (closing && !mayCloseItself) ? -1 : tagEnd.lastIndex;
}
