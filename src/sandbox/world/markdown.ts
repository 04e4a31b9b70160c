/**
 * Returns the text as Beeper stores it: Matrix HTML for a text with Markdown or with characters that HTML escapes,
 * otherwise the text itself. Knows the part of Markdown that people write in chats: headings, lists, emphasis, code and
 * links.
 */
export function toMatrixHTML(markdown: string): string {
  const html = blocksOf(markdown.split(/\r\n|\r|\n/)).join('');
  const isPlain = html === markdown.split(/\r\n|\r|\n/).join('<br>');
  return isPlain ? markdown : html;
}

type BlockKind = 'ul' | 'ol' | 'heading' | 'text';

const listItem = { ul: /^\s{0,3}[-+*]\s+(.*)$/, ol: /^\s{0,3}\d{1,9}[.)]\s+(.*)$/ };
const heading = /^\s{0,3}(#{1,6})\s+(.*)$/;

function kindOf(line: string): BlockKind {
  if (heading.test(line)) return 'heading';
  if (listItem.ul.test(line)) return 'ul';
  return listItem.ol.test(line) ? 'ol' : 'text';
}

/** Lists take neighboring lines together. Lines of text are joined by line breaks. */
function blocksOf(lines: readonly string[]): string[] {
  const blocks: { kind: BlockKind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map(toBlock);
}

function toBlock({ kind, lines }: { kind: BlockKind; lines: readonly string[] }): string {
  if (kind === 'text') return lines.map(toInline).join('<br>');
  if (kind === 'heading') {
    const [, marks = '', title = ''] = heading.exec(lines[0] ?? '') ?? [];
    return `<h${marks.length}>${toInline(title)}</h${marks.length}>`;
  }
  const items = lines.map((line) => `<li>${toInline(listItem[kind].exec(line)?.[1] ?? '')}</li>`);
  return `<${kind}>${items.join('')}</${kind}>`;
}

// Code comes first: Markdown has no effect in it. Underscores inside of words are no emphasis.
const inline =
  /`([^`]{1,500})`|\[([^[\]]{1,500})\]\((https?:[^()\s]{1,2000})\)|\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*|~~(?=\S)(.{1,500}?)(?<=\S)~~|\*(?=\S)([^*]{1,500}?)(?<=\S)\*|(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,500}?)(?<=\S)_(?![\p{L}\p{N}_])/gu;

function toInline(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(inline)) {
    html += escapeHTML(text.slice(end, match.index)) + toElement(match);
    end = match.index + match[0].length;
  }
  return html + escapeHTML(text.slice(end));
}

function toElement([, code, label, address, strong, struck, starred, underscored]: RegExpExecArray): string {
  if (code !== undefined) return `<code>${escapeHTML(code)}</code>`;
  if (label !== undefined) return `<a href="${escapeHTML(address ?? '')}">${toInline(label)}</a>`;
  if (strong !== undefined) return `<strong>${toInline(strong)}</strong>`;
  if (struck !== undefined) return `<del>${toInline(struck)}</del>`;
  return `<em>${toInline(starred ?? underscored ?? '')}</em>`;
}

function escapeHTML(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
