import { useEffect, useRef, useState } from 'react';

/** Reads something, tells how far it is, and ends with the signal. */
type Read<Progress, Result> = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result>;

/** Work that goes on until it is done, stopped, or its page is left. */
export function useWork<Progress>() {
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const [stopped, setStopped] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async <Result>(from: Progress, read: Read<Progress, Result>, onDone: (result: Result) => void) => {
    const { signal } = (running.current = new AbortController());
    setProgress(from);
    setError(undefined);
    setStopped(false);
    try {
      const result = await read(signal, setProgress);
      // The last piece may come when it has been stopped already.
      signal.throwIfAborted();
      onDone(result);
    } catch (cause) {
      signal.aborted ? setStopped(true) : setError(cause);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, error, stopped, start, stop: () => running.current?.abort() };
}
