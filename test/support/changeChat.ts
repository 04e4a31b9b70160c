import type { Pair } from './pair.ts';

/** Everything that the payload of a mutation of a chat holds, and what its errors hold. */
const everything = (selection: string) => `
  __typename
  ... on BeeperError { code message remedy retryable upstreamCode }
  ... on BeeperInvalidInputError { issues { path message code } }
  ... on BeeperUnsupportedError { requiredVersion }
  ${selection}`;

export type Result = Readonly<Record<string, unknown>>;

/**
 * Runs a mutation of a chat.
 * @param selection fields of the payload.
 */
export async function changeChat(
  { gateway }: Pair,
  name: string,
  input: object,
  selection = 'chatID confirmed',
): Promise<Result> {
  const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const fields = everything(`... on ${Name}Payload { ${selection} }`);
  const document = `mutation ($input: ${Name}Input!) { ${name}(input: $input) { ${fields} } }`;
  const response = await gateway.send(document, { input });
  const { data } = (await response.json()) as { data?: Record<string, Result> };
  return data?.[name] ?? {};
}

/** What was sent with a method other than GET. */
export const sentBy = (pair: Pair): string[] =>
  pair.writes().map(({ method, path, body }) => `${method} ${path} ${body}`.trimEnd());
