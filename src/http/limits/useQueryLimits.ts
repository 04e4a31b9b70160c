import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  parse,
  type Token,
  TokenKind,
  type ValidationContext,
  type validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isTooLarge, maxDocumentBytes } from '../../common/documentBytes.ts';
import { unconditionalSubscriptionRule } from '../execution/unconditionalSubscription.ts';
import { maxSizeRule } from './documentSize.ts';
import { maxEqualFieldsRule, tooManyEqualFields } from './equalFields.ts';
import { maxMutationsRule } from './mutations.ts';
import { shortened } from './shortened.ts';
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
} as const;

/** What bounds the recursion of the rules, and of the executor. */
const recursion = { nesting: 200, fragments: 250 } as const;

/** The rules of graphql check each operation of a document, although one of them runs. */
const maxOperations = 100;

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
  maxEqualFieldsRule(),
  // graphql's rule for the fields of a subscription fails on variables in such a directive.
  unconditionalSubscriptionRule,
];

/**
 * Rejects documents that are too large or too deep: above `maxDocumentBytes` before they are parsed. Depends on the text
 * only: Yoga validates each text once.
 */
export function useQueryLimits(): Plugin {
  return {
    onParams({ params: { query } }) {
      if (typeof query === 'string' && isTooLarge(query)) {
        throw tooComplex(`Document limit of ${maxDocumentBytes} bytes exceeded.`);
      }
    },
    onParse({ setParseFn }) {
      setParseFn(parseBounded);
    },
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn(bounded(validateFn as typeof validate));
    },
  };
}

const parseBounded: typeof parse = (source, options) => {
  try {
    const document = parse(source, { ...options, maxTokens });
    rejectByCount(document);
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

const tooNested = () => tooComplex(`Nesting limit of ${recursion.nesting} exceeded.`);

/** Fragments can be nested like fields, but are counted one by one, as their nesting is only known to the rules. */
function rejectByCount({ loc, definitions }: DocumentNode): void {
  if (loc && nestsDeeper(loc.startToken, recursion.nesting)) throw tooNested();
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  if (fragments > recursion.fragments) {
    throw tooComplex(`Fragments limit of ${recursion.fragments} exceeded, found ${fragments}.`);
  }
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  if (operations > maxOperations) {
    throw tooComplex(`Operations limit of ${maxOperations} exceeded, found ${operations}.`);
  }
}

/**
 * Applies the limits first: the rules of graphql take a multiple of their time. Messages are shortened here, because Yoga
 * keeps the errors with the document.
 */
const bounded =
  (validateFn: typeof validate): typeof validate =>
  (schema, document, ...parameters) => {
    const exceeded = validateFn(schema, document, rules);
    if (exceeded.length > 0) return exceeded;
    return validateFn(schema, document, ...parameters).map((error) => {
      if (error.message === 'Validation aborted.') return tooManyEqualFields();
      error.message = shortened(error.message);
      return error;
    });
  };

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
