import type { ScanResult } from '@pawl/scanner';
import { codeqlAdapter } from './codeql-adapter.ts';
import { pinOf, ran } from './codeql-says.fixture.ts';

/** A log as CodeQL writes it, as far as specs look into it. */
export interface Log {
  readonly runs: readonly LogRun[];
}

export interface LogRun {
  readonly tool: { readonly driver: { readonly semanticVersion: string } };
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
}

/**
 * What the adapter makes of a log with one run for each of these languages, in which nothing is changed but the category.
 * The judged tree holds the artifacts of the log and `more`; every file is long and wide enough.
 */
export function readLog(log: Log, languages: readonly string[], more: readonly string[] = []): ScanResult {
  const runs = log.runs.map((run, index) => ({
    ...run,
    automationDetails: { id: `pawl/${String(languages[index])}/` },
  }));
  const paths = log.runs.flatMap(({ artifacts }) => artifacts.map(({ location }) => decodeURIComponent(location.uri)));
  const text = `${' '.repeat(200)}\n`.repeat(1000);
  const files = [...new Set([...paths, ...more])].map((file) => ({ file, blob: `blob of ${file}`, text }));
  const settings = { languages };
  const version = String(log.runs[0]?.tool.driver.semanticVersion);
  const scanner = codeqlAdapter.open(settings, pinOf(settings, version));
  return scanner.read(ran(settings, JSON.stringify({ ...log, runs }), version), { files });
}
