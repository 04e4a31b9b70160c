/** The part of the package that is used here: DefinitelyTyped's types do not have `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string>> });
    /**
     * @param options.preferred the order of those that the caller weighs the same.
     * @returns the one of `available` that the caller weighs most; undefined if it accepts none of them.
     */
    encoding(
      available: readonly string[],
      options: { readonly preferred: readonly string[] },
    ): string | undefined;
  }
}
