import { useEffect, useRef, useState } from 'react';

const PAUSE = 300;

/** A field whose value is told of once the typing pauses. */
export function useDebounced(
  value: string,
  onPause: (value: string) => void,
): [string, (value: string) => void] {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const latest = useRef(onPause);
  useEffect(() => {
    latest.current = onPause;
  });
  useEffect(() => {
    // Changed from elsewhere, such as by going back or clearing the filters.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = typed.trim();
      latest.current(typed.trim());
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
