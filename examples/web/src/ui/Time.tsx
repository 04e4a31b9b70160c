import { useSyncExternalStore } from 'react';
import { type TimeFormat, timeFormatter } from './formatTime.ts';

/** The words of the page are English; which English decides on 12 or 24 hours. */
const times = timeFormatter(navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB');

/** A time, in the time zone of the browser, with the full date as its tooltip. */
export function Time({ at, format }: { at: string; format: TimeFormat }) {
  const now = useMinute();
  const time = new Date(at);
  return (
    <time dateTime={at} title={times.full(time)}>
      {times.text(time, format, new Date(now))}
    </time>
  );
}

/** @returns the time in milliseconds since 1970, of the current minute: what shows it renders once a minute. */
function useMinute(): number {
  return useSyncExternalStore(onTick, () => Math.ceil(Date.now() / 60_000) * 60_000);
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval>;

function tick(): void {
  for (const listener of listeners) listener();
}

/** A page shows hundreds of times: one timer is for all of them. */
function onTick(onChange: () => void): () => void {
  if (listeners.size === 0) timer = setInterval(tick, 10_000);
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) clearInterval(timer);
  };
}
