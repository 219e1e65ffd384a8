import { useEffect, useState } from 'react';

/** Seconds that count down to 0 by themselves, and the way to start them anew. */
export function useCountdown(initial: number): readonly [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(initial);
  const isRunning = seconds > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return [seconds, setSeconds];
}
