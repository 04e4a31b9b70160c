import { emptyOrObject } from '../emptyOrObject.ts';
import { decodeErrorBody } from '../errorBody.ts';
import { isObject } from '../objectReader.ts';
import type { WriteEndpoint } from '../operation.ts';
import { decoder, type ReadBy, type Reader, unreadable } from '../reader.ts';

/** Some servers answer with an empty body. `{"success": false}` is an answer here: the app did not come to the front. */
const focused: Reader<{ isFocused: boolean }> = (body) => {
  const isInVain = isObject(body) && body.success === false && decodeErrorBody(body) === null;
  if (isInVain) return { isFocused: false };
  return emptyOrObject(body) === unreadable ? unreadable : { isFocused: true };
};

export type Focused = ReadBy<typeof focused>;

export interface FocusBody {
  readonly chatID?: string | undefined;
  readonly messageID?: string | undefined;
  readonly draftText?: string | undefined;
}

/** `POST /v1/focus`: brings the app to the front on the computer it runs on. */
export const focusApp = (body: FocusBody): WriteEndpoint<Focused, 'idempotent'> => ({
  effect: 'idempotent',
  sends: body,
  request: { method: 'POST', path: '/v1/focus', body },
  result: decoder(focused),
  remedies: {
    unknown: 'Send the request again: it can only bring the app to the front once more.',
    forbidden: 'Check that the token has the "write" scope.',
    notFound: 'Check the chat ID and the message ID. IDs are opaque and differ between Beeper installations.',
  },
});
