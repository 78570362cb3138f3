import { existsSync } from 'node:fs';
import type { Command } from '@pawl/scanner';
import type { Expected, Experiment } from './experiment.ts';
import type { Deed, Speech } from './fake-tool.ts';
import type { Lie } from './subject.ts';

interface Misdeed {
  readonly title: string;
  readonly deed: Deed;
  readonly expected?: Expected;
  readonly limits?: Partial<Command>;
}

const FLOOD = 200_000_000;
const SPACES = `head -c ${String(FLOOD)} /dev/zero | tr '\\0' ' '`;
const HANG = { timeoutMs: 1000 };
const CRAMPED = { maxMemoryBytes: 200_000_000 };
/** Three times what it may have, and then as if nothing had been. Node is sure to be there. */
const TAKE_MEMORY = `'${process.execPath}' -e 'globalThis.taken = Buffer.alloc(600000000, 1); setTimeout(() => 0, 3000)'`;

const ANYWHERE: readonly Misdeed[] = [
  { title: 'says nothing', deed: ({ end }) => end },
  { title: 'is killed before it says anything', deed: () => 'kill -9 $$' },
  { title: 'is killed after it has said everything', deed: ({ all }) => `${all}\nkill -9 $$` },
  { title: 'crashes after it has said everything', deed: ({ all }) => `${all}\nulimit -c 0\nkill -SEGV $$` },
  { title: 'is ended from outside', deed: ({ all }) => `${all}\nkill -TERM $$` },
  { title: 'hangs', deed: () => 'sleep 600', limits: HANG },
  { title: 'says everything and hangs', deed: ({ all }) => `${all}\nsleep 600`, limits: HANG },
  { title: 'waits for a child that hangs', deed: ({ all }) => `${all}\nsleep 600 &\nwait`, limits: HANG },
  {
    title: 'leaves a child that keeps its output open',
    deed: ({ all, end }) => `${all}\nsleep 600 &\n${end}`,
    expected: 'kept',
  },
  { title: 'leaves its work to a child and ends', deed: ({ all, end }) => `(sleep 1\n${all}) &\n${end}` },
  { title: 'prints 200 MB before its result', deed: ({ all, end }) => `${SPACES}\n${all}\n${end}`, expected: 'kept' },
  { title: 'complains in 200 MB', deed: ({ all, end }) => `${SPACES} >&2\n${all}\n${end}`, expected: 'kept' },
  { title: 'gives its result on the wrong stream', deed: ({ result, end }) => `${result} >&2\n${end}` },
];

const WITH_MEMORY: readonly Misdeed[] = [
  { title: 'takes more memory than it may', deed: ({ all, end }) => `${TAKE_MEMORY}\n${all}\n${end}`, limits: CRAMPED },
  {
    title: 'lets a child take more memory than it may',
    deed: ({ all, end }) => `(${TAKE_MEMORY}) &\nwait\n${all}\n${end}`,
    limits: CRAMPED,
  },
];

const WITH_FILE: readonly Misdeed[] = [
  { title: 'prints its result and writes no file', deed: ({ result, end }) => `${result}\n${end}` },
  { title: 'leaves an empty file', deed: ({ file, end }) => `: > ${String(file)}\n${end}` },
  {
    title: 'leaves a file of an earlier run',
    deed: ({ all, file, end }) => `${all}\ntouch -t 202001010101 ${String(file)}\n${end}`,
  },
  { title: 'links its result', deed: linked('ln -s') },
  { title: 'gives a second name to another file', deed: linked('ln') },
  { title: 'makes a folder where its result should be', deed: ({ file, end }) => `mkdir ${String(file)}\n${end}` },
  { title: 'makes a pipe where its result should be', deed: ({ file, end }) => `mkfifo ${String(file)}\n${end}` },
  {
    title: 'writes 200 MB before its result',
    deed: ({ result, file, end }) => `{ ${SPACES}; ${result}; } > ${String(file)}\n${end}`,
    expected: 'kept',
  },
];

function linked(link: string): Deed {
  return ({ result, file, end }: Speech) =>
    `${result} > "$here/elsewhere"\n${link} "$here/elsewhere" ${String(file)}\n${end}`;
}

/** What goes wrong with the process itself. */
export function processLies(experiment: Experiment): readonly Lie[] {
  const { command, honest, mustNotBelieve } = experiment;
  const misdeeds = [
    ...ANYWHERE,
    ...(existsSync('/proc/self/status') ? WITH_MEMORY : []),
    ...(command.result === undefined ? [] : WITH_FILE),
  ];
  const step = command.steps.length - 1;
  return misdeeds.map(({ title, deed, expected = 'nothing', limits = {} }) => ({
    title,
    attempt: () => mustNotBelieve(expected, { says: honest, step, deed }, limits),
  }));
}
