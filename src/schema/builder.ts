import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import ErrorsPlugin from '@pothos/plugin-errors';
import FederationPlugin from '@pothos/plugin-federation';
import ZodPlugin from '@pothos/plugin-zod';
import { DateTimeResolver, JSONResolver } from 'graphql-scalars';
import { ZodError } from 'zod';
import type { Context } from '../context.ts';
import { InvalidInputFailure } from '../failures.ts';

interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
  };
}

/**
 * The one builder. ErrorsPlugin stands before ZodPlugin, or a broken rule would end as a top-level error.
 * The zod plugin hands over whatever a rule throws, so what is no ZodError stays the surprise that it is.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ZodPlugin, DirectivesPlugin, FederationPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  zod: {
    validationError(error, _args, context, info) {
      if (!(error instanceof ZodError)) return error;
      const issues = error.issues.map((issue) => ({
        path: issue.path.map(String),
        message: issue.message,
        code: issue.code === 'custom' ? String(issue.params?.code ?? 'invalid') : issue.code,
      }));
      // Paths and codes name our own fields and rules; the messages stay out with the values.
      const broken = issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
      context.log.info({ operation: info.fieldName, code: 'INVALID_INPUT', issues: broken }, 'Input refused');
      return new InvalidInputFailure(issues, { cause: error });
    },
  },
});

builder.addScalarType('DateTime', DateTimeResolver);
builder.addScalarType('JSON', JSONResolver);
builder.queryType({ description: 'What can be read. Nothing here changes anything at Beeper.' });
builder.mutationType({
  description:
    'What can be written. Every mutation answers with a union: one payload, and a typed error for each way it can fail.',
});
