import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A message and where it is in the window of the list. */
interface Place {
  readonly row: string;
  readonly top: number;
}

/** Nearer to the end than this counts as the end, in pixels. */
const nearEnd = 40;

/**
 * Keeps what is read in its place when older messages arrive above it, when pictures get their size, and when new
 * messages arrive below. At the end, it stays at the end. Browsers differ in what they do of this by themselves.
 *
 * @param newestKey changes when there is a new message
 * @param isOwn whether that is an own one: the list goes there
 */
export function useScrollPlace(
  newestKey: string | null,
  isOwn: boolean,
  onBottom: (isAtBottom: boolean) => void,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  /** Null at the end. */
  const place = useRef<Place | null>(null);
  const [hasNew, setHasNew] = useState(false);
  const seenKey = useRef(newestKey);

  const restore = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const row = place.current && rowAt(element, place.current.row);
    const by = place.current
      ? row
        ? topIn(element, row) - place.current.top
        : 0
      : element.scrollHeight - element.clientHeight - element.scrollTop;
    if (Math.abs(by) >= 1) element.scrollTop += by;
  }, []);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const isEnd = element.scrollHeight - element.clientHeight - element.scrollTop < nearEnd;
    place.current = isEnd ? null : placeOf(element);
    onBottom(isEnd);
    if (isEnd) setHasNew(false);
  };

  useLayoutEffect(() => {
    if (newestKey !== seenKey.current) {
      seenKey.current = newestKey;
      if (isOwn) place.current = null;
      else if (place.current) setHasNew(true);
    }
    restore();
  });

  useEffect(() => {
    const observer = new ResizeObserver(restore);
    if (scroller.current) observer.observe(scroller.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [restore]);

  const scrollToEnd = () => {
    place.current = null;
    setHasNew(false);
    restore();
  };
  return { scroller, content, hasNew, onScroll, scrollToEnd };
}

/** @returns the first row that is in view. */
function placeOf(scroller: HTMLElement): Place | null {
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-row]')) {
    const top = topIn(scroller, row);
    if (top + row.offsetHeight > 0) return { row: row.dataset.row ?? '', top };
  }
  return null;
}

function rowAt(scroller: HTMLElement, key: string): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
}

function topIn(scroller: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
