import { z } from 'zod';
import { emptyOrObject } from '../emptyOrObject.ts';
import { flag, key, orNull, part, reader } from '../values.ts';

const deliveryWords = z.enum(['accepted', 'failed', 'unclear']);
type Delivery = z.output<typeof deliveryWords>;

/** `SendStatus`, or its word alone. */
const sendStatus = orNull(z.union([z.string(), z.object({ status: z.string() })]));
const sentMessage = part({ sendStatus, isSender: flag });

/**
 * The ID of the chat that was created or found. Up to 4.2.807 it is all that the answer holds. `delivery` is about the
 * first message, and `accepted` where the answer says nothing.
 */
const createdChat = z
  .object({
    id: key,
    chatID: key,
    status: orNull(z.enum(['existing', 'created'])),
    // As the store keeps it for a replay; Beeper sends the fields below.
    delivery: orNull(deliveryWords),
    sendStatus,
    preview: sentMessage,
    message: sentMessage,
    error: z.unknown().optional(),
    success: flag,
  })
  .transform(({ id, chatID, status, delivery, ...answer }) => ({
    chatID: id ?? chatID ?? '',
    status,
    delivery: delivery ?? deliveryOf(answer),
  }))
  .refine(({ chatID }) => chatID !== '');

interface FirstMessageReport {
  readonly sendStatus: z.output<typeof sendStatus>;
  readonly preview: z.output<typeof sentMessage>;
  readonly message: z.output<typeof sentMessage>;
  readonly error?: unknown;
  readonly success: boolean | null;
}

function deliveryOf({ sendStatus, preview, message, error, success }: FirstMessageReport): Delivery {
  const own = [preview, message].filter((one) => one?.isSender !== false);
  const reports = [sendStatus, ...own.map((one) => one?.sendStatus ?? null)].map((status) =>
    typeof status === 'string' ? status : (status?.status ?? ''),
  );
  if (reports.some((word) => /^fail/i.test(word))) return 'failed';
  const isUnclear = reports.some((word) => !/^(success|pending|)$/i.test(word));
  return isUnclear || error || success === false ? 'unclear' : 'accepted';
}

export type CreatedChat = z.output<typeof createdChat>;
const changedChat = emptyOrObject.transform((chat) => ({ chatID: key.parse(chat?.id) }));

export const readCreatedChat = reader(createdChat);
export const readChangedChat = reader(changedChat);
