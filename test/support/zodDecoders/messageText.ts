import { z } from 'zod';
import { orNull } from './values.ts';

/** Text of a message or a draft. */
export interface MessageText {
  readonly value: string;
  /** True where Beeper tells that it is not HTML. Otherwise it is plain text or Matrix HTML, and nothing tells which. */
  readonly isPlain: boolean;
}

/** iMessage texts come as an object, or as its JSON; `textEntities` holds the formatting. */
const withEntities = z.object({ text: z.string() });
const json = z.object({ text: z.string(), textEntities: z.unknown().nonoptional() });

/** Far more than formatting needs: parsing many members takes long, and anybody can send such a text. */
const maxMembers = 2_000;

const written = z.string().transform((value): MessageText => {
  const found = mayBeJSON(value) ? json.safeParse(parse(value)) : null;
  return found?.data ? { value: found.data.text, isPlain: true } : { value, isPlain: false };
});

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

const wrapped = withEntities.transform(({ text }): MessageText => ({ value: text, isPlain: true }));

/** May be empty. */
export const draftText = z.union([written, wrapped]);

/** Null for a message without text. */
export const messageText = orNull(draftText).transform((text) => (text?.value ? text : null));
