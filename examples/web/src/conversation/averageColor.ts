const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/**
 * The average color of a picture, which the third to sixth characters of its BlurHash say (https://blurha.sh). It fills
 * the space until the picture is loaded.
 *
 * @returns a CSS color. Null if there is none.
 */
export function averageColor(blurhash: string | null): string | null {
  if (!blurhash || blurhash.length < 6) return null;
  const values = [...blurhash.slice(2, 6)].map((digit) => digits.indexOf(digit));
  if (values.includes(-1)) return null;
  const color = values.reduce((sum, value) => sum * 83 + value, 0);
  return color > 0xffffff ? null : `#${color.toString(16).padStart(6, '0')}`;
}
