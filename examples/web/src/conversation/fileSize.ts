/** @returns a size for people. Empty if it is unknown. */
export function fileSizeText(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
