import type { Io } from '../io.ts';

/** What a command wrote, for specs: as in a folder without any set-up, and without a terminal. */
export interface ToldIo {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
}

export function ioFor(cwd: string, over: Partial<Io> = {}): ToldIo {
  let [out, err] = ['', ''];
  const tell = (text: string): void => void (err += text);
  const io: Io = {
    out: (text) => void (out += text),
    err: tell,
    note: tell,
    colour: false,
    columns: 100,
    progress: false,
    quiet: false,
    format: 'text',
    context: { cwd, env: { PATH: process.env['PATH'], HOME: cwd }, now: () => new Date(0), terminal: false },
    ...over,
  };
  return { io, out: () => out, err: () => err };
}
