export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** A bar on standard error where there is a terminal, else a plain line at every tenth. */
export async function progress(
  label: string,
  total: number,
  terminal: boolean,
  write: (text: string) => void,
): Promise<Progress> {
  return terminal ? bar(label, total) : lines(label, total, write);
}

async function bar(label: string, total: number): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const format = `${label} {bar} {value}/{total} cases  {eta_formatted} left`;
  const shown = new cliProgress.SingleBar(
    { format, hideCursor: true, clearOnComplete: true, stream: process.stderr },
    cliProgress.Presets.shades_grey,
  );
  shown.start(total, 0);
  return { step: () => shown.increment(), stop: () => shown.stop() };
}

function lines(label: string, total: number, write: (text: string) => void): Progress {
  let done = 0;
  return {
    step() {
      done += 1;
      const isTenth = Math.floor((10 * done) / total) > Math.floor((10 * (done - 1)) / total);
      if (isTenth) write(`${label}: ${done} of ${total} cases\n`);
    },
    stop: () => undefined,
  };
}
