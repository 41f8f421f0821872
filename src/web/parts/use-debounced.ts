import { useEffect, useState } from 'preact/hooks';

/** A value that follows another one once it has rested for some milliseconds. */
export function useDebounced<Value>(value: Value, pauseMs: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
