import { z } from 'zod';
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

export const user = z.object(shape);
export const participant = z.object({ ...shape, isAdmin: flag, isPending: flag, isNetworkBot: flag });

export type User = z.output<typeof user>;
export type Participant = z.output<typeof participant>;
