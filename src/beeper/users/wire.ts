import { object } from '../objectReader.ts';
import { type Page, page } from '../page.ts';
import { decoder, type ReadBy } from '../reader.ts';
import { flag, id, text } from '../values.ts';

const shape = {
  id,
  username: text,
  phoneNumber: text,
  email: text,
  fullName: text,
  imgURL: text,
  cannotMessage: flag,
  isSelf: flag,
};

export const user = object(shape);
export const participant = object({ ...shape, isAdmin: flag, isPending: flag, isNetworkBot: flag });

export type User = ReadBy<typeof user>;
export type Participant = ReadBy<typeof participant>;

/** @returns null for a body that is not a page. */
export const decodeUsers: (body: unknown) => Page<User> | null = decoder(page('contact', user));
