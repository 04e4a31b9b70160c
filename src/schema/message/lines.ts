interface Prefix {
  /** What the first line begins with: a bullet, a number, a quote mark. */
  readonly marker: string;
  /** What the other lines begin with, after the prefixes of the outer blocks. */
  readonly continuation: string;
}

/** Writes text in lines. Blocks are separated by line breaks, and lines begin with the prefixes of the open blocks. */
export class Lines {
  readonly #lines: string[] = [];
  /** The line that is being written; null before the first text. */
  #line: string | null = null;
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

  /** Ends the innermost block with a prefix. */
  outdent({ keepsMarker }: { keepsMarker: boolean }): void {
    if (keepsMarker && this.#marked < this.#prefixes.length) this.#startLine();
    this.#prefixes.pop();
    this.#marked = Math.min(this.#marked, this.#prefixes.length);
    this.#shared = Math.min(this.#shared, this.#prefixes.length);
  }

  /** Adds text without line breaks. */
  add(text: string): void {
    if (text === '') return;
    const line = this.#line === null || this.#breaks > 0 ? this.#startLine() : this.#line;
    this.#line = line + this.#gap + text;
    this.#gap = '';
  }

  /** Adds text whose white space is collapsed as in HTML. */
  addCollapsed(text: string): void {
    if (!/[ \t\n\r\f]/.test(text)) {
      this.add(text);
      return;
    }
    const collapsed = text.replaceAll(/[ \t\n\r\f]+/g, ' ');
    const startsWithSpace = collapsed.startsWith(' ');
    const endsWithSpace = collapsed.endsWith(' ');
    if (startsWithSpace) this.#addSpace();
    this.add(collapsed.slice(startsWithSpace ? 1 : 0, endsWithSpace ? -1 : undefined));
    if (endsWithSpace) this.#addSpace();
  }

  /** Adds text with its spaces and line breaks. */
  addVerbatim(text: string): void {
    let isFirst = true;
    for (const line of text.split('\n')) {
      if (!isFirst) this.breakLine();
      isFirst = false;
      this.add(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
  }

  toString(): string {
    return this.#lines.concat(this.#line ?? '').join('\n');
  }

  #addSpace(): void {
    if (this.#line !== null && this.#breaks === 0 && this.#gap === '') this.#gap = ' ';
  }

  #startLine(): string {
    if (this.#line !== null) this.#endLine(this.#line);
    let prefix = this.#continuation(this.#marked);
    for (; this.#marked < this.#prefixes.length; this.#marked++)
      prefix += this.#prefixes[this.#marked]?.marker;
    this.#breaks = 0;
    this.#shared = this.#prefixes.length;
    this.#line = this.#afford(prefix);
    return this.#line;
  }

  /** Blank lines begin with the prefix that the lines around them share. */
  #endLine(line: string): void {
    this.#lines.push(line);
    if (this.#breaks < 2) return;
    const prefix = this.#continuation(this.#shared).trimEnd();
    for (let breaks = 1; breaks < this.#breaks; breaks++) this.#lines.push(this.#afford(prefix));
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
