import { plainLine } from '../ui/plainName.ts';

/** A part of a text, and whether it is what was searched for. */
interface Excerpt {
  /** Position in the text. */
  readonly at: number;
  readonly text: string;
  readonly isHit: boolean;
}

/** How much of the text stands before the first hit, in UTF-16 code units. */
const lead = 24;

/** @returns the text from shortly before its first hit, in pieces. Upper and lower case are the same. */
export function excerptOf(text: string, query: string): Excerpt[] {
  const words = query.split(/\s+/).filter(Boolean).map(literal);
  const line = plainLine(text);
  if (words.length === 0) return [{ at: 0, text: line, isHit: false }];
  const pieces = line.split(new RegExp(`(${words.join('|')})`, 'giu'));
  let at = 0;
  const excerpt = pieces.map((piece, index) => {
    const part = { at, text: piece, isHit: index % 2 === 1 };
    at += piece.length;
    return part;
  });
  const [first] = excerpt;
  if (excerpt.length > 1 && first && first.text.length > lead) {
    const start = first.text.indexOf(' ', first.text.length - lead) + 1 || first.text.length - lead;
    excerpt[0] = { ...first, text: `…${first.text.slice(start)}` };
  }
  return excerpt.filter(({ text: piece }) => piece !== '');
}

/** @returns a pattern for exactly this text. `RegExp.escape` is too new. */
function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
