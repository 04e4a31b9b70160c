import { z } from 'zod';

/**
 * The `result` of a write whose answer holds nothing that is needed: an empty body (204), or a JSON object as some
 * servers send, `{"success": true}`. An object with an `error` is a failure with status 200.
 */
export const nothing = z
  .union([z.null(), z.looseObject({ error: z.undefined().optional() })])
  .transform((): Record<never, never> => ({}));
