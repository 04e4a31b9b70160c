import type { MessageText } from '../../beeper/messages/wire.ts';
import { withoutKeys } from '../asset/publicURL.ts';
import { formatOf } from './textFormat.ts';

const urlAttribute = /(\s(?:src|href)\s*=\s*)("[^"]*"|'[^']*')/gi;

/** One per text, under however many aliases it is selected. */
const known = new WeakMap<MessageText, string | Promise<string>>();

/** @returns the text as Beeper sends it, without the decryption keys in the URLs of HTML. Plain text is not changed. */
export function shownText(text: MessageText): string | Promise<string> {
  const shown = known.get(text) ?? show(text);
  known.set(text, shown);
  return shown;
}

function show(text: MessageText): string | Promise<string> {
  const { value } = text;
  if (!/encrypt|decrypt|%7b/i.test(value)) return value;
  const format = formatOf(text);
  const shownAs = (found: typeof format) => (found === 'HTML' ? withoutKeysInURLs(value) : value);
  return format instanceof Promise ? format.then(shownAs) : shownAs(format);
}

const withoutKeysInURLs = (html: string): string =>
  html.replaceAll(urlAttribute, (_, name: string, quoted: string) => {
    const [quote = ''] = quoted;
    const url = quoted.slice(1, -1).replaceAll('&amp;', '&');
    const safe = withoutKeys(url);
    return safe === url ? name + quoted : `${name}${quote}${safe.replaceAll('&', '&amp;')}${quote}`;
  });
