import { z } from 'zod';

/**
 * The answer to a write that returns nothing that is needed: an empty body (204), or a JSON object, as some servers
 * send `{"success": true}`. An object with an `error` is a failure with status 200.
 */
export const emptyOrObject = z.union([z.null(), z.looseObject({ error: z.undefined().optional() })]);

/** The `result` of such a write. */
export const nothing = emptyOrObject.transform((): Record<never, never> => ({}));
