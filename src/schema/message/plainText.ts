import { compile } from 'html-to-text';

/** Messages are untrusted: deeper nesting is omitted, so that converting hostile HTML takes bounded time. */
const limits = { maxDepth: 24 };

const strip = compile({
  wordwrap: false,
  limits,
  selectors: [
    // The quoted message that older Matrix clients repeat in a reply; `linkedMessageID` refers to it.
    { selector: 'mx-reply', format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** @returns the text of Matrix HTML without markup, with entities decoded and line breaks kept. */
export function toPlainText(html: string): string {
  return strip(html);
}
