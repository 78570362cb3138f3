import { readOutput, type ScanResult } from '@pawl/scanner';
import { javascriptScanner } from './javascript-scanner.ts';

/** Scans one text as a runner would. */
export async function scanText(text: string, file = 'input.js'): Promise<ScanResult> {
  const request = { files: [{ file, blob: 'blob', text }] };
  const invocation = javascriptScanner.plan(request);
  if (invocation.kind !== 'in-process') throw new Error('this engine is embedded');
  return readOutput(javascriptScanner, { kind: 'done', value: await invocation.run() }, request);
}
