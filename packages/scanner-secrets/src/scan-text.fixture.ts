import { readOutput, type ScanResult } from '@pawl/scanner';
import { secretsScanner } from './secrets-scanner.ts';

/** Scans one text as a runner would. */
export async function scanText(text: string, file = 'input.txt'): Promise<ScanResult> {
  const request = { files: [{ file, blob: 'blob', text }] };
  const invocation = secretsScanner.plan(request);
  if (invocation.kind !== 'in-process') throw new Error('this engine is embedded');
  return readOutput(secretsScanner, { kind: 'done', value: await invocation.run() }, request);
}
