import type { InputRef, ObjectRef } from '@pothos/core';
import type { Context } from '../context.ts';
import { type DraftClearedFailure, IdempotencyFailure } from '../failures.ts';
import type { IdempotencyKey } from '../writes/pipeline.ts';
import { builder } from './builder.ts';
import { writeCost } from './cost.ts';
import { writeFailures } from './errors.ts';
import { idempotencyKeySchema } from './validation.ts';

interface MutationOptions<Input, Payload> {
  /** The name of the field; the result union is named after it. */
  readonly name: string;
  readonly description: string;
  readonly input: InputRef<Input>;
  readonly inputDescription: string;
  readonly payload: ObjectRef<(typeof builder)['$inferSchemaTypes'], Payload>;
  /** Describes the result union. */
  readonly resultDescription: string;
  /** Whether it asks Beeper for nothing; false by default. */
  readonly makesNoCall?: boolean;
  /** Ways to fail that only this mutation has. */
  readonly ownFailures?: readonly (typeof DraftClearedFailure)[];
}

/** Pothos can't infer the arguments of a field whose input type is a type parameter. */
interface Arguments<Input> {
  readonly input: Input;
  readonly idempotencyKey?: IdempotencyKey;
}

/**
 * Adds a mutation that does something new each time it runs. It takes an `idempotencyKey`, and returns a union of its
 * payload and a typed error for each way to fail.
 */
export function creatingMutation<Input, Payload>(
  options: MutationOptions<Input, Payload>,
  resolve: (input: Input, key: IdempotencyKey, context: Context) => Promise<Payload>,
): void {
  builder.mutationField(options.name, (t) =>
    t.field({
      ...resultOf(options, writeFailures),
      args: { input: t.arg(inputOf(options)), idempotencyKey: t.arg.string(idempotencyKeyArg) },
      resolve: (_root, args, context) => {
        const { input, idempotencyKey } = args as unknown as Arguments<Input>;
        return resolve(input, idempotencyKey, context) as never;
      },
    }),
  );
}

/** As `creatingMutation`, for a mutation that does no more when it runs twice: it needs no key. */
export function keylessMutation<Input, Payload>(
  options: MutationOptions<Input, Payload>,
  resolve: (input: Input, context: Context) => Promise<Payload>,
): void {
  builder.mutationField(options.name, (t) =>
    t.field({
      ...resultOf(options, [
        ...writeFailures.filter((failure) => failure !== IdempotencyFailure),
        ...(options.ownFailures ?? []),
      ] as typeof writeFailures),
      args: { input: t.arg(inputOf(options)) },
      resolve: (_root, args, context) => {
        const { input } = args as unknown as Arguments<Input>;
        return resolve(input, context) as never;
      },
    }),
  );
}

const resultOf = <Input, Payload>(
  { name, description, payload, resultDescription, makesNoCall = false }: MutationOptions<Input, Payload>,
  types: typeof writeFailures,
) => ({
  type: payload,
  nullable: true as const,
  extensions: makesNoCall ? {} : { cost: writeCost },
  description: `${description} Null only on an unexpected error; see \`errors\`.`,
  errors: {
    types,
    union: {
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`,
      description: resultDescription,
    },
  },
});

const inputOf = <Input>({
  input,
  inputDescription,
}: Pick<MutationOptions<Input, unknown>, 'input' | 'inputDescription'>) => ({
  type: input,
  required: true as const,
  description: inputDescription,
});

const idempotencyKeyArg = {
  description:
    'Makes the mutation safe to repeat. Within 24 hours, requests of one caller (gateway key and access token) with the same key and input run the mutation once and get the same result, also after a restart of the gateway. 8 to 255 visible ASCII characters; use a new UUID for each operation, such as one of `crypto.randomUUID()`. If the mutation fails without effect, the key can be reused.',
  validate: { schema: idempotencyKeySchema },
} as const;

/**
 * The `confirmed` field of the payload of a mutation whose success alone proves little.
 * @param field the field of the payload that shows the change.
 */
export const confirmedField = (field: string) =>
  ({
    nullable: true,
    description: `Whether \`${field}\` shows the change. False if Beeper accepted the mutation and \`${field}\` is as before: the change can still follow, or the network or server does not make it. Null if Beeper’s answer does not contain the ${field} and \`${field}\` is not selected, or if it does not tell. Costs no upstream call.`,
    resolve: ({ confirmed }: { confirmed: () => Promise<boolean | null> }) => confirmed(),
  }) as const;

/** The `replayed` field of the payload of every mutation with an `idempotencyKey`. */
export const replayedField = {
  description:
    'True if an earlier request with the same `idempotencyKey` ran the mutation, and this one only returns its result.',
} as const;
