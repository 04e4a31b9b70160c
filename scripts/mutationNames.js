/** A codegen plugin: the names of all mutations as a type, so that a test table without one of them does not compile. */
export const plugin = (schema) => {
  const names = Object.keys(schema.getMutationType().getFields()).toSorted();
  return `export type MutationName = ${names.map((name) => `'${name}'`).join(' | ')};\n`;
};
