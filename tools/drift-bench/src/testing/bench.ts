import { run } from '../main.ts';

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, on a day that does not pass. */
export async function bench(...argv: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const status = await run(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    terminal: false,
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
  return { status, ...said };
}
