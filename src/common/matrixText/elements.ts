/** An element of Matrix HTML. */
export interface Element {
  readonly name: string;
  /** Whether it has no content and no end tag. */
  readonly isVoid: boolean;
  /** Whether its tags change the plain text. Those of the others are left out. */
  readonly affectsText: boolean;
  /** Line breaks before and after a block. Any other element is part of a line. */
  readonly margin: 0 | 1 | 2;
}

const ignored = 'a b code del em font i s span strike strong sub sup tbody thead tt u';
const blocks = 'blockquote h1 h2 h3 h4 h5 h6 hr ol p pre table ul';
const lines = 'caption details div li summary tr';
const inline = 'br img mx-reply td th';

const named = (names: string, affectsText: boolean, margin: Element['margin']): Element[] =>
  names.split(' ').map((name) => ({ name, isVoid: ['br', 'hr', 'img'].includes(name), affectsText, margin }));

/** https://spec.matrix.org/v1.15/client-server-api/#mroommessage-msgtypes, with those of its older versions. */
export const elements: readonly Element[] = [
  ...named(ignored, false, 0),
  ...named(blocks, true, 2),
  ...named(lines, true, 1),
  ...named(inline, true, 0),
];
