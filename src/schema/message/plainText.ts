import { compile } from 'html-to-text';

/** Strangers write messages: what is nested deeper than this is left out. */
const limits = { maxDepth: 24 };

const strip = compile({
  wordwrap: false,
  limits,
  selectors: [
    // The quote that older Matrix clients put before a reply; `linkedMessageID` says it better.
    { selector: 'mx-reply', format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** @returns Matrix HTML as text for a notification or a list: without markup, entities resolved, lines kept. */
export function toPlainText(html: string): string {
  return strip(html);
}
