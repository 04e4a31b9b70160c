import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import ZodPlugin from '@pothos/plugin-zod';
import { DateTimeResolver, JSONResolver } from 'graphql-scalars';
import { ZodError } from 'zod';
import type { Context } from '../context.ts';
import { rejectedInput } from './rejectedInput.ts';

interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
  };
}

/** ErrorsPlugin comes before ZodPlugin: otherwise invalid input of a mutation would be a top-level error. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ZodPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  zod: {
    // The plugin passes on whatever a rule throws. Anything but a ZodError is an unexpected error.
    validationError: (error, _args, context, { fieldName }) =>
      error instanceof ZodError ? rejectedInput(error, fieldName, context) : error,
  },
});

builder.addScalarType('DateTime', DateTimeResolver, {
  description:
    'Date and time in RFC 3339 format. Input has seconds and ends with `Z` or an offset: `2026-08-14T10:00:00+02:00`. Digits beyond milliseconds are dropped; leap seconds (`:60`) and `24:00` are refused. Output is in UTC, with milliseconds: `2026-08-14T08:00:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});
builder.addScalarType('JSON', JSONResolver, {
  description:
    'Any JSON value: an object, list, text, number, boolean or null. Check its shape before you use it.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});
builder.queryType({ description: 'Read operations. None of them changes anything in Beeper.' });
builder.mutationType({
  description: 'Write operations. Each returns a union of one payload and the typed errors that can occur.',
});
builder.subscriptionType({
  description:
    'What happens, as it happens. Subscriptions are server-sent events: send them by POST or GET with `accept: text/event-stream`. Their typed errors come as the last event, after which the subscription ends.',
});
