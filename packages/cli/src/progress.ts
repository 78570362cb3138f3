export interface ProgressBar {
  /** How many files are done, and by whom they are looked at now. */
  readonly update: (done: number, total: number, by: string) => void;
  readonly stop: () => void;
}

/** Nobody wants to be told of what takes no longer than this, in milliseconds. */
const LONG = 1000;

const SILENT: ProgressBar = { update: () => undefined, stop: () => undefined };

/** A bar on standard error for what takes long, and nothing where it is not wanted. */
export async function progressBar(label: string, isWanted: boolean): Promise<ProgressBar> {
  if (!isWanted) return SILENT;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format: `${label} {bar} {value}/{total} {by}  {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    progress.Presets.shades_grey,
  );
  const began = performance.now();
  let running = false;
  return {
    update(done, total, by) {
      if (running) {
        // The next part of the work has a length of its own.
        bar.setTotal(total);
        bar.update(done, { by });
      } else if (performance.now() - began >= LONG) {
        bar.start(total, done, { by });
        running = true;
      }
    },
    stop() {
      if (running) bar.stop();
      running = false;
    },
  };
}
