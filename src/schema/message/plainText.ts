import { decodeHTMLStrict } from 'entities';
import { Lines } from './lines.ts';
import type { Token } from './matrixHTML.ts';

/** Line breaks before and after a block. Any other element is part of a line. */
const margins: Readonly<Record<string, 1 | 2>> = {
  ...{ blockquote: 2, h1: 2, h2: 2, h3: 2, h4: 2, h5: 2, h6: 2, hr: 2, ol: 2, p: 2, pre: 2, table: 2, ul: 2 },
  ...{ caption: 1, details: 1, div: 1, li: 1, summary: 1, tr: 1 },
};

/** @returns the text of Matrix HTML without markup, with entities decoded and line breaks kept. */
export function toPlainText(tokens: readonly Token[]): string {
  const renderer = new Renderer();
  for (const token of tokens) renderer.add(token);
  return renderer.toString();
}

class Renderer {
  readonly #lines = new Lines();
  /** The open lists: the number of the next item, or null for a list with bullets. */
  readonly #lists: (number | null)[] = [];
  /** The open rows of tables: whether a cell came before. */
  readonly #rows: boolean[] = [];
  /** The entities that occurred, because decoding one is slow. */
  readonly #entities = new Map<string, string>();
  #openReplies = 0;
  #openPres = 0;
  /** HTML ignores a line break right after `<pre>`. */
  #isPreStart = false;

  toString(): string {
    return this.#lines.toString();
  }

  add({ kind, value, attributes }: Token): void {
    const isPreStart = this.#isPreStart;
    this.#isPreStart = false;
    if (value === 'mx-reply' && kind !== 'text') this.#openReplies += kind === 'start' ? 1 : -1;
    // The quoted message that older Matrix clients repeat in a reply; `linkedMessageID` refers to it.
    if (this.#openReplies > 0) return;
    if (kind === 'start') this.#start(value, attributes);
    else if (kind === 'end') this.#end(value);
    else this.#text(isPreStart ? value.replace(/^\r?\n/, '') : value);
  }

  #text(html: string): void {
    const text = html.includes('&') ? this.#decode(html) : html;
    if (this.#openPres === 0) this.#lines.addCollapsed(text);
    else this.#lines.addVerbatim(text);
  }

  #decode(html: string): string {
    return html.replaceAll(/&#?\w{1,40};/g, (entity) => {
      const known = this.#entities.get(entity);
      if (known !== undefined) return known;
      const decoded = decodeHTMLStrict(entity);
      this.#entities.set(entity, decoded);
      return decoded;
    });
  }

  #start(tag: string, attributes: string): void {
    const margin = this.#marginOf(tag);
    if (margin) this.#lines.separate(margin);
    switch (tag) {
      case 'br':
        this.#lines.breakLine();
        break;
      case 'hr':
        this.#lines.add('---');
        this.#lines.separate(2);
        break;
      case 'blockquote':
        this.#lines.indent('> ', '> ');
        break;
      case 'pre':
        this.#openPres++;
        this.#isPreStart = true;
        break;
      case 'ul':
        this.#lists.push(null);
        break;
      case 'ol':
        this.#lists.push(startOf(attributes));
        break;
      case 'li':
        this.#startItem();
        break;
      case 'tr':
        this.#rows.push(false);
        break;
      case 'td':
      case 'th':
        if (this.#rows.at(-1)) this.#lines.tab();
        this.#rows[this.#rows.length - 1] = true;
        break;
    }
  }

  #end(tag: string): void {
    switch (tag) {
      case 'blockquote':
        this.#lines.outdent({ keepsMarker: false });
        break;
      case 'pre':
        this.#openPres--;
        break;
      case 'ul':
      case 'ol':
        this.#lists.pop();
        break;
      case 'li':
        this.#lines.outdent({ keepsMarker: true });
        break;
      case 'tr':
        this.#rows.pop();
        break;
    }
    const margin = this.#marginOf(tag);
    if (margin) this.#lines.separate(margin);
  }

  /** A list inside a list has no blank lines around it. */
  #marginOf(tag: string): 1 | 2 | undefined {
    const isNested = (tag === 'ul' || tag === 'ol') && this.#lists.length > 0;
    return isNested ? 1 : margins[tag];
  }

  #startItem(): void {
    const number = this.#lists.at(-1) ?? null;
    if (number !== null) this.#lists[this.#lists.length - 1] = number + 1;
    const bullet = number === null ? '* ' : `${number}. `;
    const marker = this.#lists.length > 1 ? bullet : ` ${bullet}`;
    this.#lines.indent(marker, ' '.repeat(marker.length));
  }
}

const startOf = (attributes: string): number =>
  Number(/(?:^|\s)start\s*=\s*["']\s*(-?\d{1,9})/i.exec(attributes)?.[1] ?? 1);
