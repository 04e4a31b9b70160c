import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { clientSchema } from '../../src/schema/index.ts';

const schema = clientSchema();

/** Longer than the chat of all specimens. */
const argsOf = ({ name }: GraphQLField<unknown, unknown>) => (name === 'messages' ? '(first: 60)' : '');

/** Every field that needs no argument; a type that stands above is not entered again. Null where nothing is left. */
function selectionOf(type: GraphQLNamedType, above: readonly string[]): string | null {
  if (isLeafType(type)) return '';
  if (!(isObjectType(type) || isInterfaceType(type)) || above.includes(type.name)) return null;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const below = selectionOf(getNamedType(field.type), [...above, type.name]);
    if (below === null || field.args.some(isRequiredArgument)) return [];
    return [`${field.name}${argsOf(field)}${below}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** @returns a selection of everything that can be selected of this type, and of all that it leads to. */
export function everythingOf(name: string): string {
  const type = schema.getType(name);
  return (type && selectionOf(type, [])) ?? '';
}
