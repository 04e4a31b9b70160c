import { z } from 'zod';
import { decodeErrorBody } from './errorBody.ts';

/**
 * The response to a write that returns nothing that is needed: an empty body (204), or a JSON object such as
 * `{"success": true}` from other servers. An error with status 200 is not accepted.
 */
export const emptyOrObject = z.union([
  z.null(),
  z.looseObject({ success: z.literal(true).optional() }).refine((body) => decodeErrorBody(body) === null),
]);
