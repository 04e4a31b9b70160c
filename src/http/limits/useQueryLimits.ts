import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, parse, type ValidationContext } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { maxMutationsRule } from './mutations.ts';
import { isTooComplex, tooComplex } from './tooComplex.ts';

/**
 * What one document may hold, several times what our own and GraphiQL's do. Depth counts fields, not fragments, and
 * leaves introspection to graphql's own rule.
 */
const limits = { tokens: 2_000, depth: 12, aliases: 30, directives: 50, mutations: 5 } as const;

/** Told in armor's words, but as an error of ours; reported, not thrown, so that Yoga keeps the verdict. */
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

/** Refuses documents that are too large or too deep. All is told by the text alone: Yoga looks at each text once. */
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
      // For clients that accept application/json, Yoga makes a 200 of whatever is thrown in parsing.
      if (result.errors.some(isTooComplex))
        result.extensions = { ...result.extensions, http: { status: 400 } };
    },
  };
}

const parseBounded: typeof parse = (source, options) => {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    // Within the limit, lists in lists can still overflow the stack.
    if (error instanceof RangeError) throw tooComplex('Nesting limit exceeded.');
    if (error instanceof GraphQLError && error.message.includes(`more that ${limits.tokens} tokens`)) {
      throw tooComplex(`Tokens limit of ${limits.tokens} exceeded.`);
    }
    throw error;
  }
};
