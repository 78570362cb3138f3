import type { NotExamined, NotExaminedCode } from '@pawl/findings';
import type { Output, Scanner, ScanRequest, ScanResult } from './scanner.ts';

/**
 * Reads what came back from a scanner and fails closed: a run that did not finish, a reader that threw, a file that the
 * reader forgot and a result for a file that nobody asked about all become "not examined".
 */
export function readOutput(scanner: Scanner, output: Output, request: ScanRequest): ScanResult {
  if (output.kind === 'failed') return nothingExamined(scanner, request, output.code, output.why);
  let result: ScanResult;
  try {
    result = scanner.read(output.value, request);
  } catch (error) {
    const why = `${scanner.name} gave a result that cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return nothingExamined(scanner, request, 'tool-failed', why);
  }
  return accountForEveryFile(scanner, request, result);
}

function accountForEveryFile(scanner: Scanner, request: ScanRequest, result: ScanResult): ScanResult {
  const asked = new Set(request.files.map(({ file }) => file));
  const stray = result.findings.find(({ file }) => !asked.has(file));
  if (stray) {
    const why = `${scanner.name} reported on ${JSON.stringify(stray.file)}, which it was not asked to read`;
    return nothingExamined(scanner, request, 'tool-failed', why);
  }
  const { examined, notExamined } = result.coverage;
  const accounted = new Set([...examined, ...notExamined].map(({ file }) => file));
  const forgotten = request.files.filter(({ file }) => !accounted.has(file));
  const lost = forgotten.map((source) => notExaminedBy(scanner, source, 'tool-failed', `${scanner.name} said nothing about it`));
  return { findings: result.findings, coverage: { examined, notExamined: [...notExamined, ...lost] } };
}

function nothingExamined(scanner: Scanner, request: ScanRequest, code: NotExaminedCode, why: string): ScanResult {
  const notExamined = request.files.map((source) => notExaminedBy(scanner, source, code, why));
  return { findings: [], coverage: { examined: [], notExamined } };
}

function notExaminedBy(
  scanner: Scanner,
  { file, blob }: { readonly file: string; readonly blob: string },
  code: NotExaminedCode,
  why: string,
): NotExamined {
  return { file, blob, by: scanner.name, code, why };
}
