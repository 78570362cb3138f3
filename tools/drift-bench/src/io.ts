/** Where a command writes. Tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person sees what is written to `err` as it comes. */
  readonly terminal: boolean;
  readonly now: () => Date;
}

export function processIo(): Io {
  const { stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal: stderr.isTTY === true,
    now: () => new Date(),
  };
}
