import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, parse, type ValidationContext } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { maxMutationsRule } from './mutations.ts';
import { isTooComplex, tooComplex } from './tooComplex.ts';

/**
 * Several times what our own documents and GraphiQL's use. Depth counts fields, not fragments; introspection is limited
 * by graphql's own rule.
 */
const limits = { tokens: 2_000, depth: 12, aliases: 30, directives: 50, mutations: 5 } as const;

/** Turns armor's errors into ours. Reported instead of thrown, so that Yoga caches the result of the validation. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) =>
      context?.reportError(tooComplex(error.message.replace('Syntax Error: ', ''))),
  ],
};

const rules = [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ...reporting }),
  maxAliasesRule({ n: limits.aliases, ...reporting }),
  maxDirectivesRule({ n: limits.directives, ...reporting }),
  maxMutationsRule(limits.mutations),
];

/** Rejects documents that are too large or too deep. Depends on the text only: Yoga validates each text once. */
export function useQueryLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseBounded);
    },
    onValidate({ addValidationRule }) {
      for (const rule of rules) addValidationRule(rule);
    },
    onExecutionResult({ result }) {
      if (!result || Array.isArray(result) || isAsyncIterable(result) || !result.errors) return;
      // For clients that accept application/json, Yoga responds with 200 to an error thrown while parsing.
      if (result.errors.some(isTooComplex))
        result.extensions = { ...result.extensions, http: { status: 400 } };
    },
  };
}

const parseBounded: typeof parse = (source, options) => {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    // Nested lists can overflow the stack within the token limit.
    if (error instanceof RangeError) throw tooComplex('Nesting limit exceeded.');
    if (error instanceof GraphQLError && error.message.includes(`more that ${limits.tokens} tokens`)) {
      throw tooComplex(`Tokens limit of ${limits.tokens} exceeded.`);
    }
    throw error;
  }
};
