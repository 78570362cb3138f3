import type { NotExamined, NotExaminedCode } from '@pawl/findings';
import { malformation } from './malformation.ts';
import type { Output, Scanner, ScanRequest, ScanResult, SourceFile } from './scanner.ts';

/**
 * Reads what came back from a scanner and fails closed: a run that did not finish, a reader that threw, a file that the
 * reader forgot, a result for a file or a content that nobody asked about and a finding where there is no such line all
 * become "not examined". Coverage speaks of the files that are owed to the scanner, and of no others.
 */
export function readOutput(scanner: Scanner, output: Output, request: ScanRequest): ScanResult {
  if (output.kind === 'failed') return nothingExamined(scanner, request, codeOf(output), output.why);
  try {
    return accountForEveryFile(scanner, request, scanner.read(output.value, request));
  } catch (error) {
    const why = `${scanner.name} gave a result that cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return nothingExamined(scanner, request, 'tool-failed', why);
  }
}

function codeOf({ code }: Extract<Output, { readonly kind: 'failed' }>): NotExaminedCode {
  return code === 'tool-missing' ? 'tool-failed' : code;
}

function accountForEveryFile(scanner: Scanner, request: ScanRequest, result: ScanResult): ScanResult {
  const { examined, notExamined } = result.coverage;
  const wrong = stray(request, result) ?? malformation(request, result.findings);
  if (wrong !== undefined) return nothingExamined(scanner, request, 'tool-failed', `${scanner.name} reported ${wrong}`);
  const lost = new Set(notExamined.map(({ file }) => file));
  const accounted = new Set([...lost, ...examined.map(({ file }) => file)]);
  const forgotten = owedIn(scanner, request.files).filter(({ file }) => !accounted.has(file));
  const why = `${scanner.name} said nothing about it`;
  return {
    findings: result.findings,
    coverage: {
      // Who says both of one file has not examined it.
      examined: owedIn(scanner, examined).filter(({ file }) => !lost.has(file)),
      notExamined: [
        ...owedIn(scanner, notExamined),
        ...forgotten.map((source) => notExaminedBy(scanner, source, 'tool-failed', why)),
      ],
    },
  };
}

/**
 * A scanner of trees is given files that are not owed to it, as the context of those that are. A scanner of files is asked
 * before, with real paths: those of its request may begin with the side of the change that they are on.
 */
function owedIn<Of extends { readonly file: string }>(scanner: Scanner, all: readonly Of[]): readonly Of[] {
  return scanner.scope === 'file' ? all : all.filter(({ file }) => scanner.owes(file));
}

/** A file that is in the answer but not in the request, or that was examined with another content than the one asked about. */
function stray(request: ScanRequest, { findings, coverage }: ScanResult): string | undefined {
  const asked = new Map(request.files.map(({ file, blob }) => [file, blob]));
  const records = [...coverage.examined, ...coverage.notExamined];
  const file =
    findings.find((finding) => !asked.has(finding.file))?.file ??
    records.find((record) => asked.get(record.file) !== record.blob)?.file;
  return file === undefined ? undefined : `on ${JSON.stringify(file)}, which it was not asked to read`;
}

function nothingExamined(scanner: Scanner, request: ScanRequest, code: NotExaminedCode, why: string): ScanResult {
  const notExamined = owedIn(scanner, request.files).map((source) => notExaminedBy(scanner, source, code, why));
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
