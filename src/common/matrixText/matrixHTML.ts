import { type Element, elements } from './elements.ts';

/** Takes the pieces of Matrix HTML in order. A void element such as `br` has no end. */
export interface Handler {
  /** Text with its entities as written. */
  text(html: string): void;
  start(element: Element, attributes: string): void;
  end(element: Element): void;
}

interface Tag {
  readonly element: Element;
  readonly attributes: string;
  readonly end: number;
}

/** A Matrix event has at most 64 KB. */
const maxLength = 256 * 1024;
/** As the Matrix specification recommends. */
const maxDepth = 100;

/**
 * Recognizes Matrix HTML. Beeper does not tell HTML from plain text, so this is strict: a text is HTML only if it has
 * tags, each is one of Matrix', and all are well-formed and closed in order. Each character is looked at once, up to
 * the first mistake. The handler gets each piece at once: a list of many thousand would cost more than the rest.
 *
 * @returns false if the text is not Matrix HTML. The handler has got the pieces before the first mistake.
 */
export function readMatrixHTML(text: string, handler: Handler): boolean {
  if (text.length > maxLength) return false;
  const open: Element[] = [];
  let textFrom = 0;
  let hasTags = false;

  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const isEnd = text.charCodeAt(at + 1) === slash;
    const nameFrom = at + (isEnd ? 2 : 1);
    if (!isEnd && !startsTag(text.charCodeAt(nameFrom))) {
      at++;
      continue;
    }
    const bracket = text.indexOf('>', nameFrom);
    if (bracket === -1) return false;
    // Most tags are a name alone.
    let element = elementsByName.get(text.slice(nameFrom, bracket));
    let attributes = '';
    let end = bracket + 1;
    if (element === undefined) {
      const tag = parseTag(text, nameFrom, isEnd);
      if (tag === null) return false;
      ({ element, attributes, end } = tag);
    }

    if (at > textFrom) handler.text(text.slice(textFrom, at));
    if (isEnd) {
      if (open.pop() !== element) return false;
      handler.end(element);
    } else {
      if (!element.isVoid && open.push(element) > maxDepth) return false;
      handler.start(element, attributes);
    }
    hasTags = true;
    textFrom = end;
    at = end;
  }
  if (textFrom < text.length) handler.text(text.slice(textFrom));
  return hasTags && open.length === 0;
}

const slash = 0x2f;

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** A `<` before another character, as in `x < y` and `<3`, is text in HTML too. */
const startsTag = (code: number): boolean => isLetter(code) || code === 0x21 || code === 0x3f;

/** Elements by name, and void elements also as in `<br/>` and `<br />`. */
const elementsByName = new Map<string, Element>();
for (const element of elements) {
  elementsByName.set(element.name, element);
  if (element.isVoid) elementsByName.set(`${element.name}/`, element).set(`${element.name} /`, element);
}

const attribute =
  /[ \t\n\r\f]+(?:[^\s"'<>/=]+[ \t\n\r\f]*=[ \t\n\r\f]*(?:"[^"]*"|'[^']*')|(?:data-mx-[a-z-]+|open|reversed)(?=[ \t\n\r\f/>]))/iy;
const tagEnd = /[ \t\n\r\f]*\/?>/y;

/** @returns null if the tag is not one of Matrix HTML. */
function parseTag(text: string, nameFrom: number, isEnd: boolean): Tag | null {
  const nameTo = endOfName(text, nameFrom);
  const element = elementsByName.get(text.slice(nameFrom, nameTo).toLowerCase());
  if (element === undefined) return null;
  const attributesTo = isEnd ? nameTo : endOfAttributes(text, nameTo);
  const end = endOfTag(text, attributesTo, element.isVoid && !isEnd);
  return end === -1 ? null : { element, attributes: text.slice(nameTo, attributesTo), end };
}

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
  if (!tagEnd.test(text)) return -1;
  const closesItself = text.charCodeAt(tagEnd.lastIndex - 2) === slash;
  return closesItself && !mayCloseItself ? -1 : tagEnd.lastIndex;
}
