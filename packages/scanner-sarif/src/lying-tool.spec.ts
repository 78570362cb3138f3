import type { ScanRequest } from '@pawl/scanner';
import { type HonestRun, lyingToolSuite } from '@pawl/scanner-tester';
import { describe, it } from 'vitest';
import { sarifAdapter } from './sarif-adapter.ts';
import { logOf, notified, type Part, resultAt, runOf, targets } from './log-of.fixture.ts';
import { pinOf, settings, source, VERSION_TEXT } from './toy.fixture.ts';

const steps = [{ stdout: VERSION_TEXT }];
const uri = (file: string): string => encodeURI(file);
const results = ({ files }: ScanRequest): readonly Part[] => files.map(({ file }) => resultAt(uri(file), 2));
const request = { files: [source('src/a.toy'), source('b.toy')] };

function says(parts: Part): HonestRun {
  return { result: logOf(runOf(parts)), steps };
}

const failed = { invocations: [{ executionSuccessful: false }] };
const warned = notified({ level: 'warning', message: { text: 'skipped src/a.toy, b.toy' } });
const vague = notified({ level: 'warning', message: { text: 'some files could not be read' } });
const broken = notified({ level: 'error', message: { text: 'out of memory' } });

/** In milliseconds, for a machine that has other things to do: the lie about exit statuses starts the tool 254 times. */
const GENEROUS = 120_000;

const suite = lyingToolSuite({
  scanner: sarifAdapter('toy').open(settings, pinOf()),
  request,
  honest: (asked) => says({ results: results(asked), ...notified() }),
  namesScanned: false,
  admissions: (asked) => ({
    'a failed execution': says({ results: [], ...failed }),
    'a warning that names the files': says({ results: [], ...warned }),
    'a warning that names no file': says({ results: [], ...vague }),
    'an error': says({ results: [], ...broken }),
    'a list of files without the first': says({
      results: results({ files: asked.files.slice(1) }),
      ...targets(...asked.files.slice(1).map(({ file }) => uri(file))),
    }),
  }),
});

describe('when a configured tool lies', () => {
  const lies = suite.map(({ title, attempt }) => [title, attempt] as const);
  it.each(lies)('it is not believed: the tool %s', (_, attempt) => attempt(), GENEROUS);
});
