import { readOutput, type ScanResult } from '@pawl/scanner';
import { pythonScanner } from './python-scanner.ts';

/** Scans one text as a runner would. */
export async function scanText(text: string, file = 'input.py'): Promise<ScanResult> {
  const request = { files: [{ file, blob: 'blob', text }] };
  const invocation = pythonScanner.plan(request);
  if (invocation.kind !== 'in-process') throw new Error('this engine is embedded');
  return readOutput(pythonScanner, { kind: 'done', value: await invocation.run() }, request);
}
