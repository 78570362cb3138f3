import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { type Log, readLog } from './read-log.fixture.ts';

/** Logs that CodeQL wrote. They belong to others, so that the repository holds none. */
const FOLDER = process.env['PAWL_CODEQL_LOGS'];
const PREFIXES: Readonly<Record<string, string>> = {
  cs: 'csharp',
  java: 'java',
  js: 'javascript',
  py: 'python',
  rb: 'ruby',
};

interface Place {
  readonly physicalLocation?: { readonly artifactLocation?: { readonly uri?: string } };
}

interface Notification {
  readonly level?: string;
  readonly descriptor?: { readonly id?: string };
  readonly locations?: readonly Place[];
}

type Run = Log['runs'][number] & {
  readonly invocations?: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications?: readonly Notification[];
  }[];
  readonly results: readonly { readonly ruleId: string; readonly locations: readonly Place[] }[];
};

interface PublishedLog extends Log {
  readonly runs: readonly Run[];
}

/** One run for each case: each is for one language, whatever log it came in. */
const cases = (FOLDER === undefined ? [] : readdirSync(FOLDER).filter((name) => name.endsWith('.sarif'))).flatMap(
  (name) => {
    const log = JSON.parse(readFileSync(join(String(FOLDER), name), 'utf8')) as PublishedLog;
    return log.runs.map((run, index) => {
      const version = run.tool.driver.semanticVersion;
      return { title: `${name}#${String(index)}, ${languageOf(run)} ${version}`, log: { ...log, runs: [run] }, run };
    });
  },
);

function notificationsIn({ invocations = [] }: Run): readonly Notification[] {
  return invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications);
}

/** By what the ids of its queries begin with. */
function languageOf(run: Run): string {
  const ids = [
    ...notificationsIn(run).map(({ descriptor }) => descriptor?.id),
    ...run.results.map((each) => each.ruleId),
  ];
  const [language] = ids.flatMap((id) => PREFIXES[String(id).split('/', 1)[0] as string] ?? []);
  if (language === undefined) throw new Error('a log says nothing from which its language could be known');
  return language;
}

const pathsOf = ({ locations = [] }: Pick<Notification, 'locations'>): readonly string[] =>
  locations.flatMap(({ physicalLocation }) => decodeURIComponent(physicalLocation?.artifactLocation?.uri ?? ''));
const isTrouble = ({ level = 'warning', descriptor }: Notification): boolean =>
  level === 'error' || level === 'warning' || /error|warning/u.test(String(descriptor?.id));
const isRefused = (run: Run): boolean =>
  notificationsIn(run).some(({ level, locations }) => level === 'error' && locations === undefined) ||
  (run.invocations ?? []).some(({ executionSuccessful }) => !executionSuccessful);

type Case = (typeof cases)[number];

function named(isOne: (each: Case) => boolean): readonly (readonly [string, Case])[] {
  return cases.filter(isOne).map((each) => [each.title, each]);
}

function read({ log, run }: Case): ScanResult {
  return readLog(log, [languageOf(run)]);
}

describe.runIf(FOLDER === undefined)('when nobody says where published logs are', () => {
  it('none is read', ({ skip }) => skip('PAWL_CODEQL_LOGS does not name a folder of logs that CodeQL wrote'));
});

describe.runIf(FOLDER !== undefined)('when published logs are read', () => {
  it('there are some', () => {
    expect(cases).not.toEqual([]);
  });

  it.each(named(({ run }) => isRefused(run)))('O03 it refuses %s, which did not succeed', (_, each) => {
    expect(() => read(each)).toThrow(expect.objectContaining({ name: 'SarifError' }));
  });

  it.each(named(({ run }) => !isRefused(run)))('it reads %s', (_, each) => {
    const { findings, coverage } = read(each);
    const notifications = notificationsIn(each.run);
    const places = each.run.results.map((result) => [result.ruleId, ...pathsOf(result)]);
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual(places);
    const listed = notifications.filter(({ descriptor }) => descriptor?.id?.endsWith('successfully-extracted-files'));
    const troubled = new Set(notifications.filter(isTrouble).flatMap(pathsOf));
    const good = new Set(listed.flatMap(pathsOf).filter((file) => file !== '' && !troubled.has(file)));
    const owed = [...coverage.examined, ...coverage.notExamined].map(({ file }) => file);
    expect(coverage.examined.map(({ file }) => file)).toEqual(owed.filter((file) => good.has(file)));
    expect(owed).not.toEqual([]);
  });
});
