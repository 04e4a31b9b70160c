import { useSyncExternalStore } from 'react';

/** `relative`: now, 5 min, 14:05, Tue, 3 Nov. `clock`: 14:05. `day`: Today, Yesterday, Tuesday 3 November. */
export type TimeFormat = 'relative' | 'clock' | 'day';

/** A time, in the time zone of the browser, with the full date as its tooltip. */
export function Time({ at, format }: { at: string; format: TimeFormat }) {
  const now = useMinute();
  return (
    <time dateTime={at} title={formats.full.format(new Date(at))}>
      {formatTime(new Date(at), format, new Date(now))}
    </time>
  );
}

/** The words of the page are English, and so are its dates; a reader’s own variant of English decides on 12 or 24 hours. */
const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';
const formats = {
  clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'short' }),
  date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  year: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  day: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  dayOfYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
  full: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
};

/** @returns the text that `Time` shows. */
export function formatTime(time: Date, format: TimeFormat, now: Date): string {
  const days = daysBetween(time, now);
  const isThisYear = time.getFullYear() === now.getFullYear();
  if (format === 'clock') return formats.clock.format(time);
  if (format === 'day') {
    if (days === 0) return 'Today';
    if (days === 1) return 'Yesterday';
    return (isThisYear ? formats.day : formats.dayOfYear).format(time);
  }
  const minutes = Math.floor((now.getTime() - time.getTime()) / 60_000);
  if (minutes < 1 && days === 0) return 'now';
  if (minutes < 60 && days === 0) return `${minutes} min`;
  if (days === 0) return formats.clock.format(time);
  if (days > 0 && days < 7) return formats.weekday.format(time);
  return (isThisYear ? formats.date : formats.year).format(time);
}

/** Calendar days, as a summer time has days of 23 and 25 hours. */
function daysBetween(time: Date, now: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (day(now) - day(time)) / 86_400_000;
}

/** @returns the time in milliseconds since 1970, of the current minute: what shows it renders once a minute. */
function useMinute(): number {
  return useSyncExternalStore(
    (onChange) => {
      const timer = setInterval(onChange, 10_000);
      return () => clearInterval(timer);
    },
    () => Math.ceil(Date.now() / 60_000) * 60_000,
  );
}
