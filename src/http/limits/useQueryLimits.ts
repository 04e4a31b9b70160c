import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, parse, type Token, TokenKind, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { maxSizeRule } from './documentSize.ts';
import { maxMutationsRule } from './mutations.ts';
import { tooComplex } from './tooComplex.ts';

/**
 * Several times what our own documents and GraphiQL's use. Depth counts fields, not fragments; introspection is limited
 * by graphql's own rule.
 */
const limits = {
  depth: 12,
  aliases: 30,
  directives: 1_000,
  size: 4_000,
  mutations: 5,
  nesting: 200,
} as const;

/** No form of a document has more tokens for each part that `size` counts; with braces and `__typename`, it is 8. */
const maxTokens = 8 * limits.size;

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
  maxSizeRule(limits),
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
  };
}

const parseBounded: typeof parse = (source, options) => {
  try {
    const document = parse(source, { ...options, maxTokens });
    if (document.loc && nestsDeeper(document.loc.startToken, limits.nesting)) throw tooNested();
    return document;
  } catch (error) {
    // Deep nesting can overflow the stack of the parser.
    if (error instanceof RangeError) throw tooNested();
    if (error instanceof GraphQLError && error.message.includes(`more that ${maxTokens} tokens`)) {
      throw tooComplex(`Tokens limit of ${maxTokens} exceeded.`);
    }
    throw error;
  }
};

const tooNested = () => tooComplex(`Nesting limit of ${limits.nesting} exceeded.`);

const opening: readonly string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const closing: readonly string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** The rules of graphql are recursive: what the parser can still read can overflow their stack. */
function nestsDeeper(start: Token, levels: number): boolean {
  let depth = 0;
  for (let token: Token | null = start; token; token = token.next) {
    if (opening.includes(token.kind)) depth++;
    else if (closing.includes(token.kind)) depth--;
    if (depth > levels) return true;
  }
  return false;
}
