export type Pick = <T>(items: readonly T[]) => T;

/** @returns a pick that makes the same choices for the same text (FNV-1a, then xorshift). */
export function picksOf(text: string): Pick {
  let state = 2_166_136_261;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  }
  return (items) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return items[(state >>> 0) % items.length] as (typeof items)[number];
  };
}
