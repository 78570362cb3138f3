export interface Stopwatch {
  time<T>(step: string, work: () => Promise<T>): Promise<T>;
  /** Milliseconds by step, to a tenth. */
  timings(): Readonly<Record<string, number>>;
}

export function stopwatch(): Stopwatch {
  const spent: Record<string, number> = {};
  return {
    async time(step, work) {
      const started = performance.now();
      const result = await work();
      spent[step] = Math.round((performance.now() - started) * 10) / 10;
      return result;
    },
    timings: () => spent,
  };
}
