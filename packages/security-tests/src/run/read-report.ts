import { relative } from 'node:path';
import type { Framework } from '../settings.ts';
import type { ReportedTest } from './reported.ts';

/** What a report holds, and what the framework could not even load. */
export interface Report {
  readonly tests: readonly ReportedTest[];
  readonly errors: readonly string[];
}

type Reader = (text: string, checkout: string) => Report;

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
      readonly numPassingAsserts?: number;
    }[];
  }[];
}

/** Jest's form, which Vitest writes too. */
const jest: Reader = (text, checkout) => {
  const { testResults } = JSON.parse(text) as JestReport;
  return {
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status, failureMessages, numPassingAsserts }) => ({
        file: relative(checkout, name),
        name: [...ancestorTitles, title].filter((part) => part !== '').join(' '),
        status: status === 'passed' || status === 'failed' ? status : 'skipped',
        ...(numPassingAsserts === undefined ? {} : { asserts: numPassingAsserts }),
        ...said(failureMessages?.[0]),
      })),
    ),
    errors: testResults
      .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .map(({ name, message = '' }) => `${relative(checkout, name)}: ${firstLine(message)}`),
  };
};

interface MochaTest {
  readonly fullTitle: string;
  readonly file: string;
  readonly err: { readonly message?: string };
}

const mocha: Reader = (text, checkout) => {
  const { passes, failures, pending } = JSON.parse(text) as Readonly<
    Record<'passes' | 'failures' | 'pending', readonly MochaTest[]>
  >;
  const of = (tests: readonly MochaTest[], status: ReportedTest['status']): readonly ReportedTest[] =>
    tests.map(({ fullTitle, file, err }) => ({
      file: relative(checkout, file),
      name: fullTitle,
      status,
      ...said(err.message),
    }));
  return { tests: [...of(passes, 'passed'), ...of(failures, 'failed'), ...of(pending, 'skipped')], errors: [] };
};

interface NodeLine {
  readonly kind: string;
  readonly status: ReportedTest['status'];
  readonly path: readonly string[];
  readonly file?: string;
  readonly message?: string;
}

const node: Reader = (text, checkout) => {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as NodeLine);
  if (lines.at(-1)?.kind !== 'end') throw new Error('the report has no end');
  const tests = lines.slice(0, -1).filter(({ kind, status }) => kind !== 'suite' || status === 'failed');
  return {
    tests: tests.map(({ path, file, status, message }) => ({
      file: file === undefined ? '' : relative(checkout, file),
      name: path.join(' '),
      status,
      ...said(message),
    })),
    errors: [],
  };
};

const pytest: Reader = (text) => {
  const report = JSON.parse(text) as {
    readonly tests: Readonly<Record<string, string>>;
    readonly asserts: Readonly<Record<string, number>>;
    readonly errors: readonly (readonly [string, string])[];
  };
  const tests = Object.entries(report.tests).map(([id, outcome]): ReportedTest => {
    const [file = '', ...names] = id.replace(/\[.*\]$/su, '').split('::');
    const status = outcome === 'passed' ? 'passed' : outcome.startsWith('failed') ? 'failed' : 'skipped';
    return {
      file,
      name: names.join(' '),
      status,
      asserts: report.asserts[id] ?? 0,
      ...said(status === 'failed' ? outcome.slice(8).trim().split('\n').at(-1) : undefined),
    };
  });
  return { tests, errors: report.errors.map(([id, why]) => `${id}: ${why.trim().split('\n').at(-1) ?? ''}`) };
};

interface GoEvent {
  readonly Action: string;
  readonly Package?: string;
  readonly Test?: string;
}

const go: Reader = (text) => {
  const events = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as GoEvent);
  const ends = events.filter(({ Action, Test }) => Test !== undefined && /^(?:pass|fail|skip)$/u.test(Action));
  return {
    tests: ends.map(({ Action, Package = '', Test = '' }) => ({
      file: Package,
      name: Test.replaceAll('/', ' '),
      status: Action === 'pass' ? 'passed' : Action === 'fail' ? 'failed' : 'skipped',
    })),
    errors: events
      .filter(({ Action }) => Action === 'build-fail')
      .map(({ Package = '' }) => `${Package} does not build`),
  };
};

const READERS: Readonly<Record<Framework, Reader>> = { vitest: jest, jest, mocha, node, pytest, go };

/** @throws Error where it is not the report of that framework. */
export function readReport(framework: Framework, text: string, checkout: string): Report {
  return READERS[framework](text, checkout);
}

function said(message: string | undefined): { readonly message?: string } {
  return message === undefined || message === '' ? {} : { message: firstLine(message) };
}

function firstLine(text: string): string {
  // Colours of a terminal are no part of what is said.
  const plain = text.replace(/\u001b\[[\d;]*m/gu, '').trim();
  return (plain.split('\n')[0] ?? '').slice(0, 200);
}
