import { useEffect, useRef } from 'react';

/**
 * Loads more before the end of a list comes into view.
 *
 * @param isIdle whether there is more, nothing is loading and nothing has failed
 * @returns the ref of the “Load more” button at the end of the list, which keyboards and screen readers reach
 */
export function useEndless(onReach: () => void, isIdle: boolean) {
  const end = useRef<HTMLButtonElement>(null);
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  });
  useEffect(() => {
    if (!isIdle || !end.current) return;
    // A new observer reports at once: a page that did not fill the list is followed by the next one.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { root: scrollerOf(end.current), rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isIdle]);
  return end;
}

/** The margin only counts for the root: it has to be the element that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}
