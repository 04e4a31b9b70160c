/** `relative`: now, 5 min, 14:05, Tue, 3 Nov. `clock`: 14:05. `day`: Today, Yesterday, Tuesday 3 November. */
export type TimeFormat = 'relative' | 'clock' | 'day';

/** @returns a function that writes times in a variant of English and in the time zone of the browser. */
export function timeFormatter(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, options);
    return format;
  };
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const weekday = format({ weekday: 'short' });
  const date = format({ day: 'numeric', month: 'short' });
  const dateOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' });

  function relative(time: Date, now: Date): string {
    const days = daysBetween(time, now);
    const minutes = Math.max(0, Math.floor((now.getTime() - time.getTime()) / 60_000));
    if (days === 0 && minutes < 1) return 'now';
    if (days === 0 && minutes < 60) return `${minutes} min`;
    if (days === 0) return clock(time);
    if (days > 0 && days < 7) return weekday(time);
    return isSameYear(time, now) ? date(time) : dateOfYear(time);
  }

  function dayOf(time: Date, now: Date): string {
    const days = daysBetween(time, now);
    if (days === 0) return 'Today';
    if (days === 1) return 'Yesterday';
    return isSameYear(time, now) ? day(time) : dayOfYear(time);
  }

  const texts = { relative, clock, day: dayOf };
  return {
    /** The text for a time, seen from another one. */
    text: (time: Date, format: TimeFormat, now: Date): string => texts[format](time, now),
    /** All of it, for a tooltip. */
    full: format({ dateStyle: 'full', timeStyle: 'short' }),
  };
}

/** Calendar days, as a day has 23 or 25 hours twice a year. */
function daysBetween(time: Date, now: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (day(now) - day(time)) / 86_400_000;
}

function isSameYear(time: Date, now: Date): boolean {
  return time.getFullYear() === now.getFullYear();
}
