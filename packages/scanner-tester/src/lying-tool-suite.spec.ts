import type { Command, Scanner } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { lyingToolSuite } from './lying-tool-suite.ts';
import type { HonestRun, Lie, LyingToolSubject } from './subject.ts';
import { request, scannerWith, sloppyRead, strictRead, subjectOf } from './todo.fixture.ts';

/** Milliseconds, for a machine that has other things to do. */
const GENEROUS = 120_000;
const toFile: Partial<Command> = { result: 'result.json' };

describe('when an adapter is strict', () => {
  for (const { title, attempt } of lyingToolSuite(subjectOf(scannerWith(strictRead))))
    it(`the tool ${title}`, { timeout: GENEROUS }, attempt);
});

describe('when an adapter is strict and its tool writes a file', () => {
  for (const { title, attempt } of withoutStatuses(subjectOf(scannerWith(strictRead, toFile))))
    it(`the tool ${title}`, { timeout: GENEROUS }, attempt);
});

/** Hundreds of runs of which no adapter ever gets to see anything: once is enough. */
function withoutStatuses(subject: LyingToolSubject): readonly Lie[] {
  return lyingToolSuite(subject).filter(({ title }) => !title.includes('wrong status'));
}

async function believedBy(scanner: Scanner): Promise<readonly string[]> {
  const lies = withoutStatuses(subjectOf(scanner));
  const believed = new Set<Lie>();
  await atOnce(4, lies, (lie) =>
    lie.attempt().catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'LieBelieved', code: 'lie-believed' });
      believed.add(lie);
    }),
  );
  return lies.filter((lie) => believed.has(lie)).map(({ title }) => title);
}

describe('when an adapter is sloppy', () => {
  it('it is found out for all that it believes, and for nothing else', { timeout: GENEROUS }, async () => {
    expect(await believedBy(scannerWith(sloppyRead))).toEqual([
      'is of another version',
      'does not say its version',
      'gives null in place of a value',
      'gives a value of another type',
      'gives an empty list',
      'leaves a key out',
      'hides a key in __proto__',
      'gives a key twice',
      'nests 100,000 deep inside its result',
      'leaves the first file out',
      'leaves the last file out',
      'scans 0 files',
      'admits: it could not read a file',
      'admits: it did not succeed',
    ]);
  });
});

describe('when an adapter takes whatever it cannot read for "nothing found"', () => {
  const credulous: Scanner['read'] = (output, asked) => {
    try {
      const { findings, coverage } = sloppyRead(output, asked);
      return { findings: findings.filter(({ file }) => asked.files.some((each) => each.file === file)), coverage };
    } catch {
      const examined = asked.files.map(({ file, blob }) => ({ file, blob, by: 'todo' }));
      return { findings: [], coverage: { examined, notExamined: [] } };
    }
  };

  it(
    'it believes every lie that the runner and the reading of outputs do not stop',
    { timeout: GENEROUS },
    async () => {
      const scanner = scannerWith(credulous, toFile);
      const believed = await believedBy(scanner);
      const titles = withoutStatuses(subjectOf(scanner)).map(({ title }) => title);
      expect(titles.filter((title) => !believed.includes(title))).toEqual([
        'tells the truth (and is believed)',
        // The runner stops these: see the specification of the lies of the process.
        'says nothing',
        'is killed before it says anything',
        'is killed after it has said everything',
        'crashes after it has said everything',
        'is ended from outside',
        'hangs',
        'says everything and hangs',
        'waits for a child that hangs',
        // The truth, which a child cannot make untrue.
        'leaves a child that keeps its output open',
        'leaves its work to a child and ends',
        'prints 200 MB before its result',
        'complains in 200 MB',
        'gives its result on the wrong stream',
        'takes more memory than it may',
        'lets a child take more memory than it may',
        'prints its result and writes no file',
        'leaves a file of an earlier run',
        'links its result',
        'gives a second name to another file',
        'makes a folder where its result should be',
        'makes a pipe where its result should be',
        'writes 200 MB before its result',
        'says nothing and ends with any of its good statuses',
        'ends its result with a byte that is not UTF-8',
        'writes UTF-16',
        // What no file can have is refused for every adapter.
        'gives negative, broken and zero numbers',
        'gives numbers far beyond the file',
        'gives numbers as text',
        // No harm is done: every finding is still there.
        'gives a message of 10 MB',
        'reports on a file beside those of the request',
      ]);
    },
  );
});

describe('when the suite is misused', () => {
  const refusal = (code: string): object => ({ name: 'LieBelieved', code });

  it('it is not content with an adapter that does not believe the truth', async () => {
    const never = scannerWith(() => {
      throw new Error('never');
    });
    await expect(lyingToolSuite(subjectOf(never))[0]?.attempt()).rejects.toMatchObject(refusal('truth-not-believed'));
  });

  it('it is not content with a file in which the honest tool finds nothing', async () => {
    const subject = { ...subjectOf(scannerWith(sloppyRead)), honest: (): HonestRun => ({ result: '{"results":[]}' }) };
    await expect(lyingToolSuite(subject)[0]?.attempt()).rejects.toMatchObject(refusal('truth-not-believed'));
  });

  it('it is not content with a tool whose version nobody knows', async () => {
    const subject = { ...subjectOf(scannerWith(strictRead)), toolVersion: '9.9.9' };
    const lie = lyingToolSuite(subject).find(({ title }) => title === 'is of another version');
    await expect(lie?.attempt()).rejects.toMatchObject(refusal('unusable-subject'));
  });

  it('it needs two files and a command', () => {
    const subject = subjectOf(scannerWith(sloppyRead));
    const one = { ...subject, request: { files: request.files.slice(0, 1) } };
    expect(() => lyingToolSuite(one)).toThrow(expect.objectContaining(refusal('unusable-subject')));
    const inProcess: Scanner = {
      ...subject.scanner,
      plan: () => ({ kind: 'in-process', run: () => Promise.resolve([]) }),
    };
    expect(() => lyingToolSuite({ ...subject, scanner: inProcess })).toThrow(
      expect.objectContaining(refusal('unusable-subject')),
    );
  });
});
