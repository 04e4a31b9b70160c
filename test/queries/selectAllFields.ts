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

/** Selects every field without required arguments. @returns null if that leaves none, as for a type within itself. */
function selectionOf(
  type: GraphQLNamedType,
  parents: readonly string[],
  except: readonly string[],
): string | null {
  if (isLeafType(type)) return '';
  if (!(isObjectType(type) || isInterfaceType(type)) || parents.includes(type.name)) return null;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (except.includes(field.name) || field.args.some(isRequiredArgument)) return [];
    const selection = selectionOf(getNamedType(field.type), [...parents, type.name], except);
    return selection === null ? [] : [`${field.name}${selection}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** @returns a selection of all fields of a type and of the types that they lead to, without the fields in `except`. */
export function selectAllFields(name: string, except: readonly string[] = []): string {
  const type = schema.getType(name);
  return (type && selectionOf(type, [], except)) ?? '';
}
