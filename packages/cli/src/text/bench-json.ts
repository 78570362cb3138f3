import type { AgentBenchReport, BenchReport } from '@pawl/bench';
import { documentText } from '@pawl/report';

/** The same for a program. The schema says what a reader may rely on. */
export function benchJson({ schema, ...report }: BenchReport | AgentBenchReport): string {
  return documentText(schema, report);
}
