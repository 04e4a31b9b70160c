import { object } from './objectReader.ts';
import { decoder, type LenientReader, map, orNull, type Reader, union, unreadable } from './reader.ts';
import { anything, string } from './values.ts';

/** Text of a message or a draft. */
export interface MessageText {
  readonly value: string;
  /** True where Beeper tells that it is not HTML. Otherwise it is plain text or Matrix HTML, and nothing tells which. */
  readonly isPlain: boolean;
}

/** iMessage texts come as an object, or as its JSON; `textEntities` holds the formatting. */
const wrapped = map(object({ text: string }), ({ text }): MessageText => ({ value: text, isPlain: true }));
const readJSON = decoder(object({ text: string, textEntities: anything }));

/** Far more than formatting needs: parsing many members takes long, and anybody can send such a text. */
const maxMembers = 2_000;

const written: Reader<MessageText> = (value) => {
  if (typeof value !== 'string') return unreadable;
  const found = mayBeJSON(value) ? readJSON(parse(value)) : null;
  return found && found.textEntities !== undefined
    ? { value: found.text, isPlain: true }
    : { value, isPlain: false };
};

function mayBeJSON(value: string): boolean {
  if (!/^\s*\{/.test(value) || !value.includes('"textEntities"')) return false;
  let members = 0;
  for (let at = value.indexOf('":'); at >= 0 && members <= maxMembers; at = value.indexOf('":', at + 2))
    members++;
  return members <= maxMembers;
}

/** @returns undefined for text that is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** May be empty. */
export const draftText = union(written, wrapped);

const draftTextOrNull = orNull(draftText);

/** Null for a message without text. */
export const messageText: LenientReader<MessageText | null> = (value) => {
  const found = draftTextOrNull(value);
  return found?.value ? found : null;
};
