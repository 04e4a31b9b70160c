/**
 * The code fences that are neither quotes of a file nor GraphQL: document, first line, and the file below `test/` or
 * `bench/` that runs or compares them. That file names the document, or contains the line.
 */
export const claims: readonly (readonly [document: string, firstLine: string, checkedBy: string])[] = [];
