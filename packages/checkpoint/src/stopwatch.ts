export interface Stopwatch {
  time<T>(step: string, work: () => Promise<T>): Promise<T>;
  /** Milliseconds by step, to a tenth. */
  timings(): Readonly<Record<string, number>>;
}

/** By the age of the process: `performance` is ten more modules for node to load. */
export function stopwatch(): Stopwatch {
  const spent: Record<string, number> = {};
  return {
    async time(step, work) {
      const started = process.uptime();
      const result = await work();
      spent[step] = Math.round((process.uptime() - started) * 10_000) / 10;
      return result;
    },
    timings: () => spent,
  };
}
