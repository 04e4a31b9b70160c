import type { CSSProperties } from 'react';
import { plainName } from '../ui/plainName.ts';
import { fileWord } from '../ui/previewOf.ts';
import { averageColor } from './averageColor.ts';
import type { Message } from './MessageRow.tsx';

export type AttachmentData = NonNullable<Message['attachments']>[number];

/** @returns a name for people. */
export function fileNameOf(attachment: AttachmentData): string {
  const { fileName } = attachment;
  return fileName ? plainName(fileName) : fileWord(attachment);
}

/** @returns the space for a picture or video. Without a known size it is three to two. */
export function boxOf({ size, blurhash }: AttachmentData, [width, height] = [300, 200]): CSSProperties {
  const isKnown = Boolean(size?.width && size.height);
  return {
    '--width': isKnown ? size?.width : width,
    '--height': isKnown ? size?.height : height,
    background: averageColor(blurhash) ?? undefined,
  } as CSSProperties;
}

/** @returns null for what is not on the web. */
export function hostOf(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) ? host : null;
}
