import { decodeErrorBody } from '../errorBody.ts';
import { object } from '../objectReader.ts';
import type { WriteEndpoint } from '../operation.ts';
import { decoder, type ReadBy, type Reader, unreadable } from '../reader.ts';
import { flag } from '../values.ts';

/** An error with status 200 is not accepted. */
const focused: Reader<{ isFocused: boolean }> = (body) => {
  const found = answer(body);
  if (found === unreadable || decodeErrorBody(body) !== null) return unreadable;
  return { isFocused: found.success !== false };
};

const answer = object({ success: flag });

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
