import { isPawlError } from '@pawl/errors';
import { type Output, readOutput, type Scanner, type ScanResult, type SourceFile } from '@pawl/scanner';
import { isFault } from './is-fault.ts';
import type { Run } from './runner.ts';

/** Runs a scanner over files and reads what came back. What kept it from its work is told with what mends it. */
export async function examine(scanner: Scanner, run: Run, files: readonly SourceFile[]): Promise<ScanResult> {
  const request = { files };
  const output = await planned(scanner, run, request);
  return readOutput({ ...scanner, read: (value, asked) => readWithMend(scanner, value, asked) }, output, request);
}

async function planned(
  scanner: Scanner,
  run: Run,
  request: { readonly files: readonly SourceFile[] },
): Promise<Output> {
  try {
    const output = await run(scanner.plan(request));
    if (output.kind === 'done' || output.code !== 'tool-missing') return output;
    return {
      ...output,
      why: `${output.why}; next: install ${scanner.name} ${scanner.version}, or lock again: pawl lock`,
    };
  } catch (error) {
    return { kind: 'failed', code: 'tool-failed', why: `${scanner.name} cannot be run: ${told(error)}` };
  }
}

function readWithMend(
  scanner: Scanner,
  value: unknown,
  request: { readonly files: readonly SourceFile[] },
): ScanResult {
  try {
    return scanner.read(value, request);
  } catch (error) {
    throw new Error(told(error), { cause: error });
  }
}

function told(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return isPawlError(error) && error.next !== undefined
    ? `${message.replace(/\.$/u, '')}; next: ${error.next}`
    : message;
}

export function hasFault({ coverage }: ScanResult): boolean {
  return coverage.notExamined.some(isFault);
}
