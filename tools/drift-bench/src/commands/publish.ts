import type { Io } from '../io.ts';
import { markdownReport, type RunFacts } from '../report/markdown-report.ts';
import { rocSvg } from '../report/roc-svg.ts';
import { summarise } from '../report/summary.ts';
import { writeDocs } from '../report/write-docs.ts';
import type { ResultRow } from '../run/result-row.ts';
import type { Threshold } from '../run/threshold.ts';

interface Published {
  readonly rows: readonly ResultRow[];
  readonly thresholds: readonly [Threshold, ...Threshold[]];
  readonly gate: string;
  /** Where to write the section and the picture; without it nothing is written. */
  readonly docs: string | undefined;
}

/** Prints the report of a run, and writes it where that was asked for. */
export async function publish({ rows, thresholds, gate, docs }: Published, io: Io): Promise<void> {
  const summary = summarise(rows, thresholds);
  const facts: RunFacts = { seen: io.now().toISOString().slice(0, 10), gate };
  const report = markdownReport(summary, facts);
  io.out(report);
  if (docs === undefined) return;
  const written = await writeDocs(docs, `## The benchmark's last run\n\n${report}`, rocSvg(summary));
  io.err(`wrote ${written.join(' and ')}\n`);
}
