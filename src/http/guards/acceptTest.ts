/** @returns a test whether a header `Accept` allows one of these media types in UTF-8. Without the header, all are allowed. */
export function acceptTest(mediaTypes: readonly string[]): (accept: string | null) => boolean {
  const allowed = new Set(mediaTypes.flatMap((type) => [type, type.replace(/\/.*/, '/*'), '*/*']));
  /** At least as strict as Yoga, which ignores weights and compares the charset as text. */
  return (accept) => {
    if (!accept || allowed.has(accept)) return true;
    return accept
      .replaceAll(/\s/g, '')
      .toLowerCase()
      .split(',')
      .some((range) => {
        const [mediaType = '', ...parameters] = range.split(';');
        const charset = parameters.find((parameter) => parameter.includes('charset='));
        return allowed.has(mediaType) && (charset === undefined || charset === 'charset=utf-8');
      });
  };
}
