import { useCallback, useSyncExternalStore } from 'react';

/**
 * @param end in milliseconds since 1970.
 * @returns how many seconds are left until then, rounded up: 0 afterwards.
 */
export function useSecondsUntil(end: number): number {
  const secondsLeft = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const onTick = useCallback(
    (onChange: () => void) => {
      const timer = setInterval(() => {
        onChange();
        if (Date.now() >= end) clearInterval(timer);
      }, 250);
      return () => clearInterval(timer);
    },
    [end],
  );
  return useSyncExternalStore(onTick, secondsLeft);
}
