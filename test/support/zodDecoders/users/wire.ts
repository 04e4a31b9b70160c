import { z } from 'zod';
import { type Page, page } from '../page.ts';
import { flag, id, reader, text } from '../values.ts';

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

export const user = z.object(shape);
export const participant = z.object({ ...shape, isAdmin: flag, isPending: flag, isNetworkBot: flag });

export type User = z.output<typeof user>;
export type Participant = z.output<typeof participant>;

/** @returns null for a body that is not a page. */
export const decodeUsers: (body: unknown) => Page<User> | null = reader(page('contact', user));
