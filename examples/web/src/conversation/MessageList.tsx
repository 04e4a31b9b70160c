import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import type { Outgoing } from '../data/outbox.ts';
import { Icon } from '../ui/Icon.tsx';
import { Time } from '../ui/Time.tsx';
import { type Message, MessageRow } from './MessageRow.tsx';
import { OlderMessages } from './OlderMessages.tsx';
import { OutgoingRow } from './OutgoingRow.tsx';
import { firstUnreadOf, timelineOf } from './timeline.ts';
import { useScrollPlace } from './useScrollPlace.ts';

/** The messages under days, newest last, with those on their way after them. Memoized: to write renders none of them. */
export const MessageList = memo(function MessageList({
  messages,
  outgoing,
  unreadCount,
  olderCursor,
  onOlder,
  onReload,
  isAtBottom,
  onBottom,
  onLeave,
}: {
  /** Oldest first. */
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  unreadCount: number | null;
  /** Null at the beginning of the chat. */
  olderCursor: string | null;
  onOlder: (after: string) => Promise<void>;
  onReload: () => Promise<void>;
  /** Whether the newest message is in view. */
  isAtBottom: boolean;
  onBottom: (isAtBottom: boolean) => void;
  /** Called for Escape. */
  onLeave: () => void;
}) {
  // The line stays where it was when the chat was opened.
  const [firstUnreadID] = useState(() => firstUnreadOf(messages, unreadCount));
  const rows = useMemo(() => timelineOf(messages, firstUnreadID), [messages, firstUnreadID]);
  const onTheirWay = useMemo(() => {
    const arrived = new Set(messages.flatMap(({ id, sentWithKey }) => [id, sentWithKey]));
    return outgoing.filter(
      ({ key, pendingMessageID }) =>
        !arrived.has(key) && !(pendingMessageID && arrived.has(pendingMessageID)),
    );
  }, [messages, outgoing]);
  const newest = onTheirWay.at(-1) ?? rows.at(-1);
  const isOwn = onTheirWay.length > 0 || messages.at(-1)?.isSender === true;
  const { scroller, content, hasNew, onScroll, scrollToEnd } = useScrollPlace(
    newest?.key ?? null,
    isOwn,
    onBottom,
  );
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rowOf = (target: EventTarget) => (target as Element).closest<HTMLElement>('[data-row]');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target as Element).closest('video, audio, dialog, input')) return;
    if (event.key === 'Escape') return onLeave();
    const all = [...(content.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const row = rowOf(event.target);
    const at = row ? all.indexOf(row) : all.length;
    const moves: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
    all[to]?.scrollIntoView({ block: 'nearest' });
  };

  const goToEnd = () => {
    // The button disappears.
    scroller.current?.focus({ preventScroll: true });
    scrollToEnd();
  };

  return (
    <div className="message-area">
      <div
        ref={scroller}
        className="message-scroller"
        role="log"
        aria-live="off"
        aria-label="History"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards scroll it.
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setActiveKey(rowOf(target)?.dataset.row ?? null)}
      >
        <div ref={content} className="message-content">
          <OlderMessages
            cursor={olderCursor}
            onOlder={onOlder}
            isEmpty={rows.length + onTheirWay.length === 0}
          />
          <ol>
            {rows.map((row) =>
              row.kind === 'day' ? (
                <li key={row.key} className="day">
                  <h2>
                    <Time at={row.at} format="day" />
                  </h2>
                </li>
              ) : row.kind === 'unread' ? (
                <li key={row.key} className="unread-line">
                  <h2>Unread</h2>
                </li>
              ) : (
                <MessageRow
                  key={row.key}
                  rowKey={row.key}
                  message={row.message}
                  startsGroup={row.startsGroup}
                  endsGroup={row.endsGroup}
                  isActive={row.key === activeKey}
                />
              ),
            )}
            {onTheirWay.map((entry) => (
              <OutgoingRow key={entry.key} entry={entry} messages={messages} onReload={onReload} />
            ))}
          </ol>
        </div>
      </div>
      {!isAtBottom && (
        <button type="button" className="button to-end" data-new={hasNew} onClick={goToEnd}>
          {hasNew ? 'New messages' : 'Newest'} <Icon name="down" size="small" />
        </button>
      )}
    </div>
  );
});
