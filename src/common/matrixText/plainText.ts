import { decodeHTMLStrict } from 'entities';
import type { Element } from './elements.ts';
import { Lines } from './lines.ts';
import { type Handler, readMatrixHTML } from './matrixHTML.ts';

/**
 * @returns the text of Matrix HTML without markup, with entities decoded and line breaks kept; null if it is not Matrix
 * HTML.
 */
export function toPlainText(html: string): string | null {
  const renderer = new Renderer();
  return readMatrixHTML(html, renderer) ? renderer.toString() : null;
}

class Renderer implements Handler {
  readonly #lines = new Lines();
  /** The open lists: the number of the next item, or null for a list with bullets. */
  readonly #lists: (number | null)[] = [];
  /** The open rows of tables: whether a cell came before. */
  readonly #rows: boolean[] = [];
  /** The entities that occurred, because decoding one is slow. */
  readonly #entities = new Map<string, string>();
  /** The quoted messages that older Matrix clients repeat in replies; `linkedMessageID` refers to them. */
  #openReplies = 0;
  #openPres = 0;
  /** HTML ignores a line break right after `<pre>`. */
  #isPreStart = false;

  toString(): string {
    return this.#lines.toString();
  }

  text(html: string): void {
    if (this.#openReplies > 0) return;
    if (this.#openPres === 0) {
      this.#lines.addCollapsed(this.#decode(html));
      return;
    }
    const shown = this.#isPreStart ? html.slice(lengthOfBreak(html)) : html;
    this.#lines.addVerbatim(this.#decode(shown));
  }

  #decode(html: string): string {
    // Until it is optimized, `includes` takes twice as long.
    if (html.indexOf('&') === -1) return html;
    return html.replace(/&#?\w{1,40};/g, (entity) => {
      const known = this.#entities.get(entity);
      if (known !== undefined) return known;
      const decoded = decodeHTMLStrict(entity);
      this.#entities.set(entity, decoded);
      return decoded;
    });
  }

  start(element: Element, attributes: string): void {
    this.#isPreStart = false;
    if (!element.affectsText) return;
    if (element.name === 'mx-reply') this.#openReplies++;
    if (this.#openReplies > 0) return;
    this.#separate(element);
    switch (element.name) {
      case 'br':
        this.#lines.breakLine();
        break;
      case 'img':
        // A custom emoji stands for its name. Any other picture is left out.
        if (/\sdata-mx-emoticon/i.test(attributes)) this.#lines.addCollapsed(this.#decode(altOf(attributes)));
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

  end(element: Element): void {
    this.#isPreStart = false;
    if (!element.affectsText) return;
    if (this.#openReplies > 0) {
      if (element.name === 'mx-reply') this.#openReplies--;
      return;
    }
    switch (element.name) {
      case 'blockquote':
        this.#lines.outdent();
        break;
      case 'pre':
        this.#openPres--;
        break;
      case 'ul':
      case 'ol':
        this.#lists.pop();
        break;
      case 'li':
        this.#lines.writeMarker();
        this.#lines.outdent();
        break;
      case 'tr':
        this.#rows.pop();
        break;
    }
    this.#separate(element);
  }

  /** A list inside a list has no blank lines around it. */
  #separate({ name, margin }: Element): void {
    if (margin === 0) return;
    const isNested = this.#lists.length > 0 && (name === 'ul' || name === 'ol');
    this.#lines.separate(isNested ? 1 : margin);
  }

  #startItem(): void {
    const number = this.#lists.at(-1) ?? null;
    if (number !== null) this.#lists[this.#lists.length - 1] = number + 1;
    const bullet = number === null ? '* ' : `${number}. `;
    const marker = this.#lists.length > 1 ? bullet : ` ${bullet}`;
    this.#lines.indent(marker, ' '.repeat(marker.length));
  }
}

const lengthOfBreak = (text: string): number => (text.startsWith('\n') ? 1 : text.startsWith('\r\n') ? 2 : 0);

const startOf = (attributes: string): number =>
  Number(/(?:^|\s)start\s*=\s*["']\s*(-?\d{1,9})/i.exec(attributes)?.[1] ?? 1);

const altOf = (attributes: string): string => {
  const [, quoted = '""'] = /\salt\s*=\s*("[^"]*"|'[^']*')/i.exec(attributes) ?? [];
  return quoted.slice(1, -1);
};
