export interface ProgressBar {
  /** How many files are done, and by whom they are looked at now. */
  readonly update: (done: number, total: number, by: string) => void;
  readonly stop: () => void;
}

const SILENT: ProgressBar = { update: () => undefined, stop: () => undefined };

/** A bar on standard error where there is a terminal, and nothing where there is none. */
export async function progressBar(label: string, terminal: boolean): Promise<ProgressBar> {
  if (!terminal) return SILENT;
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
  let running = false;
  return {
    update(done, total, by) {
      if (running) bar.update(done, { by });
      else bar.start(total, done, { by });
      running = true;
    },
    stop() {
      if (running) bar.stop();
      running = false;
    },
  };
}
