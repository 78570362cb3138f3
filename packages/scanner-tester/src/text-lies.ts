import type { Expected, Experiment } from './experiment.ts';
import { LieBelieved } from './lie-believed.ts';
import type { HonestRun, Lie } from './subject.ts';

const MEGABYTE = 1_048_576;
const DEEP = 100_000;

/** A result that is not the text that it should be. */
export function textLies(experiment: Experiment): readonly Lie[] {
  const { honest, mustNotBelieve } = experiment;
  const text = honest.result.trim();
  const cuts = [1, 0.25, 0.5, 0.75].map((part) => text.slice(0, Math.floor((text.length - 1) * part)));
  const gives = (title: string, texts: readonly string[], expected: Expected = 'nothing'): Lie => ({
    title,
    attempt: async () => {
      for (const result of texts) await mustNotBelieve(expected, { says: { ...honest, result } });
    },
  });
  const bytes = (title: string, result: Uint8Array): Lie => ({
    title,
    attempt: () => mustNotBelieve('nothing', { says: honest, bytes: result }),
  });
  return [
    gives('stops in the middle of its result', cuts),
    gives('is cut off after 1 MB', [`${text[0] ?? ''}${' '.repeat(2 * MEGABYTE)}${text.slice(1)}`.slice(0, MEGABYTE)]),
    gives('gives only blanks', [' \n\t\n']),
    gives('gives a value that says nothing', ['null', 'true', '0', '""', '{}', '[]', '[null]']),
    gives('gives a page of HTML', ['<!doctype html><title>502 Bad Gateway</title>']),
    gives('gives two results', [`${text}\n${text}`, `${text}{}`]),
    gives('puts a warning before or after its result', [`warning: 1 file skipped\n${text}`, `${text}\nskipped 1 file`]),
    gives('puts a byte order mark before its result', [`\ufeff${text}`], 'kept'),
    gives('nests 100,000 deep', ['['.repeat(DEEP), `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`]),
    bytes('ends its result with a byte that is not UTF-8', Buffer.concat([Buffer.from(text), Buffer.from([0xff])])),
    bytes('writes UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')),
    bytes('writes NUL bytes after its result', Buffer.concat([Buffer.from(text), Buffer.alloc(4096)])),
  ];
}

/** Another tool than the one that was pinned. */
export function versionLies({ subject, honest, mustNotBelieve }: Experiment): readonly Lie[] {
  const version = subject.toolVersion ?? subject.scanner.version;
  const says = (title: string, instead: string): Lie => ({
    title,
    attempt: async () => mustNotBelieve('nothing', { says: withVersion(honest, version, instead) }),
  });
  return [says('is of another version', '0.0.1'), says('does not say its version', '')];
}

function withVersion({ result, steps = [] }: HonestRun, version: string, instead: string): HonestRun {
  const escaped = version.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const whole = new RegExp(`(?<![\\w.])${escaped}(?!\\w|\\.\\w)`, 'gu');
  let isSaid = false;
  const replace = (text = ''): string =>
    text.replace(whole, () => {
      isSaid = true;
      return instead;
    });
  const changed: HonestRun = {
    result: replace(result),
    steps: steps.map((step) => ({ ...step, stdout: replace(step.stdout), stderr: replace(step.stderr) })),
  };
  if (isSaid) return changed;
  throw new LieBelieved('unusable-subject', `The honest run says nowhere that its version is ${version}.`);
}
