import type { BenchNews } from '@pawl/bench';
import type { Io } from './io.ts';
import { progressBar } from './progress.ts';

export interface ShownBench extends BenchNews {
  /** Takes the bar away. It may be called again. */
  readonly stop: () => void;
}

/** What a person sees while it runs: a bar with the time that is left on a terminal, elsewhere a line at every tenth. Ctrl-C ends it in order. */
export async function benchNews(io: Pick<Io, 'progress' | 'note'>): Promise<ShownBench> {
  const bar = await progressBar('Judging', io.progress);
  const lines = io.progress ? () => undefined : tenths(io.note);
  const abort = new AbortController();
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (): void => {
    // The second one ends it at once.
    forget();
    abort.abort();
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return {
    signal: abort.signal,
    worker: new URL('./bench-worker.js', import.meta.url),
    onProgress(done, total, commit) {
      bar.update(done, total, commit.slice(0, 12));
      lines(done, total);
    },
    stop() {
      bar.stop();
      forget();
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first is what an earlier run has done. */
function tenths(note: Io['note']): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth <= told) return;
    told = tenth;
    note(`pawl bench: ${done} of ${total} judged\n`);
  };
}
