import type { ScanRequest } from '@pawl/scanner';
import { type HonestRun, lyingToolSuite } from '@pawl/scanner-tester';
import { describe, it } from 'vitest';
import {
  at,
  extracted,
  logOf,
  type Part,
  pinOf,
  resultAt,
  runOf,
  type Said,
  toolchainSteps,
} from './codeql-says.fixture.ts';
import { codeqlAdapter } from './codeql-adapter.ts';
import { type Language, languagesOf } from './languages.ts';

const settings = { languages: ['python'] };
const [python] = languagesOf(settings);
const source = (file: string) => ({ file, blob: `blob of ${file}`, text: 'query(x)\nquery(y)\n' });
const request: ScanRequest = { files: [source('src/a.py'), source('b.py')] };

function says(asked: ScanRequest, said: Said): HonestRun {
  return { result: logOf(runOf(python, asked, said)), steps: toolchainSteps(settings) };
}

function admitting(notifications: readonly Part[]): HonestRun {
  return says(request, { notifications: [...listed(python), ...notifications] });
}

const listed = (language: Language): readonly Part[] => request.files.map(({ file }) => extracted(language, file));
const everywhere = request.files.map(({ file }) => at(file));

/** In milliseconds, for a machine that has other things to do: the lie about exit statuses starts the tool 255 times. */
const GENEROUS = 120_000;

const suite = lyingToolSuite({
  scanner: codeqlAdapter.open(settings, pinOf(settings)),
  request,
  honest: (asked) =>
    says(asked, {
      results: asked.files.map(({ file }) => resultAt(file, 2)),
      notifications: asked.files.map(({ file }) => extracted(python, file)),
    }),
  namesScanned: true,
  admissions: (asked) => ({
    'a failed execution': says(asked, { run: { invocations: [{ executionSuccessful: false }] } }),
    'an error about no file': admitting([{ level: 'error', message: { text: 'A fatal error occurred' } }]),
    'an error about a file that is not there': admitting([
      { level: 'error', message: { text: 'x' }, locations: [at('gone.py')] },
    ]),
    'an extraction warning about no file': admitting([
      { descriptor: { id: 'py/diagnostics/extraction-warnings' }, message: { text: 'x' } },
    ]),
    'extraction errors': admitting([
      {
        descriptor: { id: 'py/diagnostics/extraction-errors' },
        level: 'error',
        message: { text: 'x' },
        locations: everywhere,
      },
    ]),
    'extraction warnings': admitting([
      { descriptor: { id: 'py/diagnostics/extraction-warnings' }, message: { text: 'x' }, locations: everywhere },
    ]),
    'files that it did not extract': says(asked, { notifications: [] }),
  }),
});

describe('when CodeQL lies', () => {
  const lies = suite.map(({ title, attempt }) => [title, attempt] as const);
  it.each(lies)('it is not believed: the tool %s', (_, attempt) => attempt(), GENEROUS);
});
