import type { MessageText } from '../../beeper/messages/wire.ts';
import { elements } from '../../common/matrixText/elements.ts';
import { unescapedText } from '../../common/matrixText/escapedText.ts';
import { toPlainText } from '../../common/matrixText/plainText.ts';
import { paced } from '../../common/paced.ts';
import { builder } from '../builder.ts';

const names = elements
  .map(({ name }) => `\`${name}\``)
  .toSorted()
  .join(' ');

const values = {
  PLAIN: {
    description: 'Text without markup. Show it as it is, line breaks included, and escape it in a page.',
  },
  HTML: {
    description: `Matrix HTML: it has at least one of these elements and no others, all well-formed and closed in order: ${names}. Or it has no elements, and all of its \`&\`, \`<\` and \`>\` are escaped, as in \`a &amp; b\`. Sanitize it before you insert it into a page.`,
  },
} as const;

export const BeeperTextFormat = builder.enumType('BeeperTextFormat', {
  description: 'How to read the text of a message or draft.',
  values,
});

interface Reading {
  readonly format: keyof typeof values;
  readonly plainText: string;
}

/** One reading per text, however many of its fields are selected. */
const readings = new WeakMap<MessageText, Reading>();

export const formatOf = (text: MessageText) => select(readingOf(text), ({ format }) => format);

/** @returns the text without markup. */
export const plainTextOf = (text: MessageText) => select(readingOf(text), ({ plainText }) => plainText);

/** Without a promise where there is none: an inbox has hundreds of texts. */
const select = <Value>(reading: Reading | Promise<Reading>, pick: (reading: Reading) => Value) =>
  reading instanceof Promise ? reading.then(pick) : pick(reading);

/** @returns a promise only if the text may be HTML and other texts kept the process busy. */
function readingOf(text: MessageText): Reading | Promise<Reading> {
  if (text.isPlain) return plain(text);
  if (!text.value.includes('<')) return withoutElements(text);
  return (
    readings.get(text) ??
    paced(() => {
      const reading = readings.get(text) ?? read(text);
      readings.set(text, reading);
      return reading;
    })
  );
}

function read(text: MessageText): Reading {
  const plainText = toPlainText(text.value);
  return plainText === null ? plain(text) : { format: 'HTML', plainText };
}

function withoutElements(text: MessageText): Reading {
  const plainText = unescapedText(text.value);
  return plainText === null ? plain(text) : { format: 'HTML', plainText };
}

const plain = ({ value }: MessageText): Reading => ({ format: 'PLAIN', plainText: value });
