/** A piece of a text. `href` is null for what is not a link. */
interface TextPart {
  readonly text: string;
  readonly href: string | null;
}

/** Ends at spaces, quotes, brackets of HTML, and at what is not seen: control characters, and those that turn the text. */
const addresses = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"\p{C}]+/giu;

/**
 * Splits a text into links and what is between them. Only `http:` and `https:` become links: `javascript:` and others
 * stay text. The text of a link is its address, so that nobody is led elsewhere than they read.
 */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutPunctuation(match[0]);
    const href = hrefOf(address);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** What ends a sentence does not belong to the address, nor does a bracket that was opened before it. */
function withoutPunctuation(address: string): string {
  let open = count(address, '(') - count(address, ')');
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    if (last === ')') {
      if (open >= 0) break;
      open++;
    } else if (!/[.,;:!?'’”*_\]}]/.test(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** @returns null for what is no address, and for one with a user name: `https://bank.example@evil.example/`. */
function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  if (!/^https?:$/.test(protocol) || username || password) return null;
  return href;
}
