import type { CSSProperties } from 'react';
import { useExpiringAddress } from './useExpiringAddress.ts';

/** The part of a `BeeperAsset` that an avatar reads. */
interface Picture {
  readonly contentURL: string | null;
  readonly url: string | null;
}

/**
 * The picture of a chat or a person, or the initials of their name. The name has to stand beside it: screen readers
 * skip the picture.
 */
export function Avatar({
  name,
  picture,
  size = 'normal',
  onExpired,
}: {
  name: string | null | undefined;
  picture: Picture | null | undefined;
  size?: 'small' | 'normal';
  /** Reads the picture again. Called when it does not load, as an hour after it was read: once, until one loads. */
  onExpired?: () => Promise<unknown>;
}) {
  const address = addressOf(picture);
  const { isLost, onError, onLoad } = useExpiringAddress(address, onExpired);
  return (
    <span
      className="avatar"
      data-size={size}
      style={{ '--hue': hueOf(name ?? '') } as CSSProperties}
      aria-hidden="true"
    >
      {address && !isLost ? (
        <img src={address} alt="" loading="lazy" decoding="async" onLoad={onLoad} onError={onError} />
      ) : (
        initialsOf(name ?? '')
      )}
    </span>
  );
}

/** A picture elsewhere on the web is not loaded: that would tell its server who looks. A `data:` URL is the picture. */
function addressOf(picture: Picture | null | undefined): string | null {
  return picture?.contentURL ?? (picture?.url?.startsWith('data:image/') ? picture.url : null);
}

function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** @returns an angle on the color wheel, always the same for a name. */
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}
