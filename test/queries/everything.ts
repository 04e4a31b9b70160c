import {
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { clientSchema } from '../../src/schema/index.ts';

const schema = clientSchema();

/** Every field that needs no argument; a type that stands above is not entered again. Null where nothing is left. */
function selectionOf(
  type: GraphQLNamedType,
  above: readonly string[],
  without: readonly string[],
): string | null {
  if (isLeafType(type)) return '';
  if (!(isObjectType(type) || isInterfaceType(type)) || above.includes(type.name)) return null;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (without.includes(field.name) || field.args.some(isRequiredArgument)) return [];
    const below = selectionOf(getNamedType(field.type), [...above, type.name], without);
    return below === null ? [] : [`${field.name}${below}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** @returns a selection of all that can be selected of this type, and of all that it leads to, some fields aside. */
export function everythingOf(name: string, without: readonly string[] = []): string {
  const type = schema.getType(name);
  return (type && selectionOf(type, [], without)) ?? '';
}
