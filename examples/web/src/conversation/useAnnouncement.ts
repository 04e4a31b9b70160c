import { useEffect, useRef, useState } from 'react';
import { plainName } from '../ui/plainName.ts';
import type { Message } from './MessageRow.tsx';
import { summaryOf } from './Quote.tsx';

/**
 * What screen readers say: new messages of other people, but not those that were there, or are loaded further up.
 *
 * @param messages oldest first
 */
export function useAnnouncement(messages: readonly Message[]) {
  const [announcement, announce] = useState('');
  const known = useRef<ReadonlySet<string>>(new Set(messages.map(({ id }) => id)));
  useEffect(() => {
    const last = messages.findLastIndex(({ id }) => known.current.has(id));
    known.current = new Set(messages.map(({ id }) => id));
    if (last === -1) return;
    const arrived = messages.slice(last + 1).filter(({ isSender, isHidden }) => !isSender && !isHidden);
    if (arrived.length)
      announce(
        arrived.map((one) => `${plainName(one.senderName ?? 'New message')}: ${summaryOf(one)}`).join('\n'),
      );
  }, [messages]);
  return announcement;
}
