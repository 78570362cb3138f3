import type { CaseKind } from '../dataset/case.ts';
import { cases } from '../dataset/cases.ts';
import { type MirrorOptions, openMirrors } from '../dataset/mirrors.ts';
import { commandGate } from '../gate/command-gate.ts';
import { inProcessGate } from '../gate/in-process-gate.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import { openLocalSyntax } from '../open-local-syntax.ts';
import { judgeCase } from './judge-case.ts';
import { caseFacts, type ResultRow } from './result-row.ts';

/** Everything about a run that can be sent to another process. */
export interface RunRequest {
  readonly rows: readonly ManifestRow[];
  readonly mirrors: MirrorOptions;
  readonly kinds: readonly CaseKind[];
  /** Without a command, the gate is the engine in this process. */
  readonly command?: string | undefined;
  readonly timeoutSeconds: number;
  readonly threshold: number;
}

/** Judges every case of a request and tells each result as it comes. */
export async function runShard(request: RunRequest, onRow: (row: ResultRow) => void): Promise<void> {
  const { rows, kinds, command, timeoutSeconds, threshold } = request;
  const syntax = openLocalSyntax();
  const gate = command === undefined ? inProcessGate(syntax) : commandGate(command, timeoutSeconds);
  const read = cases(rows, openMirrors(request.mirrors), {
    kinds,
    onMissing: ({ row, kind, why }) => onRow({ ...caseFacts(row, kind), state: 'missing', why }),
  });
  for await (const testCase of read) onRow(await judgeCase(testCase, { gate, syntax, threshold }));
}
