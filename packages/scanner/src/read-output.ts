import type { NotExamined, NotExaminedCode } from '@pawl/findings';
import type { Output, Scanner, ScanRequest, ScanResult, SourceFile } from './scanner.ts';

/**
 * Reads what came back from a scanner and fails closed: a run that did not finish, a reader that threw, a file that the
 * reader forgot and a result for a file or a content that nobody asked about all become "not examined".
 */
export function readOutput(scanner: Scanner, output: Output, request: ScanRequest): ScanResult {
  if (output.kind === 'failed') return nothingExamined(scanner, request, output.code, output.why);
  try {
    return accountForEveryFile(scanner, request, scanner.read(output.value, request));
  } catch (error) {
    const why = `${scanner.name} gave a result that cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return nothingExamined(scanner, request, 'tool-failed', why);
  }
}

function accountForEveryFile(scanner: Scanner, request: ScanRequest, result: ScanResult): ScanResult {
  const { examined, notExamined } = result.coverage;
  const stray = strayFile(request, result);
  if (stray !== undefined) {
    const why = `${scanner.name} reported on ${JSON.stringify(stray)}, which it was not asked to read`;
    return nothingExamined(scanner, request, 'tool-failed', why);
  }
  const accounted = new Set([...examined, ...notExamined].map(({ file }) => file));
  const forgotten = request.files.filter(({ file }) => !accounted.has(file));
  const lost = forgotten.map((source) =>
    notExaminedBy(scanner, source, 'tool-failed', `${scanner.name} said nothing about it`),
  );
  return { findings: result.findings, coverage: { examined, notExamined: [...notExamined, ...lost] } };
}

/** A file that is in the answer but not in the request, or that was examined with another content than the one asked about. */
function strayFile(request: ScanRequest, { findings, coverage }: ScanResult): string | undefined {
  const asked = new Map(request.files.map(({ file, blob }) => [file, blob]));
  const records = [...coverage.examined, ...coverage.notExamined];
  return (
    findings.find(({ file }) => !asked.has(file))?.file ??
    records.find(({ file, blob }) => asked.get(file) !== blob)?.file
  );
}

function nothingExamined(scanner: Scanner, request: ScanRequest, code: NotExaminedCode, why: string): ScanResult {
  const notExamined = request.files.map((source) => notExaminedBy(scanner, source, code, why));
  return { findings: [], coverage: { examined: [], notExamined } };
}

function notExaminedBy(
  scanner: Scanner,
  { file, blob }: Pick<SourceFile, 'file' | 'blob'>,
  code: NotExaminedCode,
  why: string,
): NotExamined {
  return { file, blob, by: scanner.name, code, why };
}
