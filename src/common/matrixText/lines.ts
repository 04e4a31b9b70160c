interface Prefix {
  /** What the first line begins with: a bullet, a number, a quote mark. */
  readonly marker: string;
  /** What the other lines begin with, after the prefixes of the outer blocks. */
  readonly continuation: string;
}

/** Writes text in lines. Blocks are separated by line breaks, and lines begin with the prefixes of the open blocks. */
export class Lines {
  /** The finished lines, each with the line breaks before it. */
  readonly #lines: string[] = [];
  /** The line that is being written. */
  #line = '';
  #isEmpty = true;
  /** Line breaks before the next text. */
  #breaks = 0;
  /** White space before the next text of the line. */
  #gap = '';
  readonly #prefixes: Prefix[] = [];
  /** How many of the prefixes have written their marker. */
  #marked = 0;
  /** How many of the prefixes are also those of the line before. */
  #shared = 0;
  /** How many characters of prefixes may follow. Without a limit, many lines in deep quotes multiply the text. */
  #budget = 100_000;

  toString(): string {
    return this.#lines.join('') + this.#line;
  }

  /** Ends the line. There are at least this number of line breaks before the next text. */
  separate(breaks: 1 | 2): void {
    if (this.#breaks < breaks) this.#breaks = breaks;
    this.#gap = '';
  }

  /** Ends the line, also an empty one. */
  breakLine(): void {
    this.#breaks++;
    this.#gap = '';
  }

  /** Separates the text before from the text after, also at the start of a line. */
  tab(): void {
    this.#gap = `${this.#gap === ' ' ? '' : this.#gap}\t`;
  }

  /** Begins a block whose lines begin with a prefix. */
  indent(marker: string, continuation: string): void {
    this.#prefixes.push({
      marker,
      continuation: this.#continuation(this.#prefixes.length) + continuation,
    });
  }

  /** Writes the marker of the innermost block, unless it has text. */
  writeMarker(): void {
    if (this.#marked < this.#prefixes.length) this.#startLine();
  }

  /** Ends the innermost block with a prefix. */
  outdent(): void {
    this.#prefixes.pop();
    const depth = this.#prefixes.length;
    if (this.#marked > depth) this.#marked = depth;
    if (this.#shared > depth) this.#shared = depth;
  }

  /** Adds text without line breaks. */
  add(text: string): void {
    if (text === '') return;
    if (this.#breaks > 0 || this.#isEmpty) this.#startLine();
    this.#line += this.#gap + text;
    this.#gap = '';
  }

  /** Adds text whose white space is collapsed as in HTML. */
  addCollapsed(text: string): void {
    // Most pieces of text are short or have single spaces only: replacing would take most of the time.
    const needsReplacing = text.length > 2 && /[\t\n\r\f]| {2}/.test(text);
    const collapsed = needsReplacing ? text.replace(/[ \t\n\r\f]+/g, ' ') : text;
    const startsWithSpace = isSpace(collapsed.charCodeAt(0));
    const endsWithSpace = isSpace(collapsed.charCodeAt(collapsed.length - 1));
    if (startsWithSpace) this.#addSpace();
    this.add(
      startsWithSpace || endsWithSpace
        ? collapsed.slice(startsWithSpace ? 1 : 0, endsWithSpace ? -1 : undefined)
        : collapsed,
    );
    if (endsWithSpace) this.#addSpace();
  }

  /** Adds text with its spaces and line breaks. */
  addVerbatim(text: string): void {
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      if (to > from) this.add(withoutReturn(text.slice(from, to)));
      this.breakLine();
      from = to + 1;
    }
    this.add(withoutReturn(text.slice(from)));
  }

  #addSpace(): void {
    if (this.#gap === '' && this.#breaks === 0 && !this.#isEmpty) this.#gap = ' ';
  }

  #startLine(): void {
    if (this.#isEmpty) this.#isEmpty = false;
    else this.#endLine();
    this.#breaks = 0;
    this.#shared = this.#prefixes.length;
    if (this.#shared === 0) return;
    let prefix = this.#continuation(this.#marked);
    for (; this.#marked < this.#prefixes.length; this.#marked++)
      prefix += this.#prefixes[this.#marked]?.marker;
    this.#line += this.#afford(prefix);
  }

  /** Blank lines begin with the prefix that the lines around them share. */
  #endLine(): void {
    this.#lines.push(this.#line);
    if (this.#shared === 0 || this.#breaks < 2) {
      this.#line = usualBreaks[this.#breaks] ?? '\n'.repeat(this.#breaks);
      return;
    }
    const prefix = this.#continuation(this.#shared).trimEnd();
    this.#line = '\n';
    for (let breaks = 1; breaks < this.#breaks; breaks++) this.#line += `${this.#afford(prefix)}\n`;
  }

  #continuation(depth: number): string {
    // An array is slow at the index -1.
    return depth === 0 ? '' : (this.#prefixes[depth - 1]?.continuation ?? '');
  }

  /** @returns the prefix, or nothing where the budget is spent. */
  #afford(prefix: string): string {
    if (prefix.length > this.#budget) return '';
    this.#budget -= prefix.length;
    return prefix;
  }
}

/** Faster than repeating: a text can have thousands of blocks. */
const usualBreaks = ['', '\n', '\n\n'];

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
