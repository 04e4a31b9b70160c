import { useEffect, useState } from 'react';

/** @returns how many seconds are left of a time that begins when `start`, an object, is shown first. */
export function useWait(start: object, seconds: number): number {
  const [now, setNow] = useState({ start, left: seconds });
  const left = now.start === start ? now.left : seconds;
  useEffect(() => {
    if (seconds === 0) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setNow({ start, left });
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [start, seconds]);
  return left;
}
