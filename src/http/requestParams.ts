import type { GraphQLParams } from 'graphql-yoga';
import { nestsDeeper } from '../common/jsonDepth.ts';
import { boundVariables } from './limits/largeVariables.ts';
import { largeCharacters, noteLarge } from './limits/useVariableErrors.ts';
import { Refusal } from './refusal.ts';

/** Far more than the variables of any operation need. */
const maxLevels = 200;

/** @throws {Refusal} with 400 if the body is not a JSON object. Yoga reports a list as a batch. */
export function paramsOfBody(body: string): GraphQLParams {
  const params = parseJSON(body, 'The body');
  if (typeof params !== 'object' || params === null)
    throw badRequest('The body must be a JSON object.', 'json');
  if ('variables' in params && body.length > largeCharacters) prepareLarge(params.variables);
  if (!('operationName' in params) || params.operationName !== '') return params;
  const { operationName, ...others } = params;
  return others;
}

function prepareLarge(variables: unknown): void {
  boundVariables(variables);
  noteLarge(variables);
}

/**
 * Empty parameters count as absent, as Yoga treats them.
 * @throws {Refusal} with 400 if the query string or the JSON in it can't be read.
 */
export function paramsOfURL(url: string): GraphQLParams {
  const params = decodeQuery(url);
  const textOf = (name: string) => params.get(name) || undefined;
  const jsonOf = (name: string) => {
    const text = textOf(name);
    return text === undefined ? undefined : parseJSON(text, `The parameter ${name}`);
  };
  const query = textOf('query');
  // Yoga checks the types.
  return {
    operationName: textOf('operationName'),
    query,
    documentId: query === undefined ? params.get('documentId') : undefined,
    variables: jsonOf('variables'),
    extensions: jsonOf('extensions'),
  } as GraphQLParams;
}

/**
 * Unlike `URLSearchParams`, it does not decode malformed escapes, or those that are not UTF-8, to replacement characters.
 * @returns the first value of each parameter.
 */
function decodeQuery(url: string): Map<string, string> {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  const params = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = (/^([^=]*)=?(.*)$/s.exec(pair) ?? []).slice(1).map(decode);
    if (!params.has(name)) params.set(name, value);
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest(
      'The query string has percent-escapes that are malformed or not UTF-8.',
      'encoding',
      'Encode each parameter as UTF-8 and then with percent-escapes, as encodeURIComponent does.',
    );
  }
}

function parseJSON(text: string, what: string): unknown {
  if (nestsDeeper(text, maxLevels)) {
    throw badRequest(`${what} is nested deeper than ${maxLevels} levels.`, 'nesting');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`, 'json');
  }
}

const badRequest = (message: string, reason: string, remedy?: string) =>
  new Refusal({ status: 400, code: 'BAD_REQUEST', reason, message, ...(remedy && { remedy }) });
