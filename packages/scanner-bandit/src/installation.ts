import { AdapterError, type CommandResult, type Output } from '@pawl/scanner';

export interface Installation {
  readonly version: string;
  /** Major and minor version of the Python that runs it. */
  readonly python: string;
}

const NEXT = 'pip install bandit';

/**
 * Reads what `bandit --version` and `bandit --help` said.
 *
 * @throws AdapterError `tool-missing` or `version-unreadable`.
 */
export function readInstallation(output: Output): Installation & { readonly tests: readonly string[] } {
  if (output.kind === 'failed' && output.code === 'tool-missing')
    throw new AdapterError('tool-missing', `Bandit is turned on and is not there: ${output.why}.`, { next: NEXT });
  if (output.kind === 'failed')
    throw new AdapterError('version-unreadable', `Bandit does not say what it is: ${output.why}.`, { next: NEXT });
  const [version, help] = (output.value as CommandResult).steps;
  return { ...readVersion(version?.stdout ?? ''), tests: readTests(help?.stdout ?? '') };
}

/** @throws AdapterError `version-unreadable`. */
export function readVersion(stdout: string): Installation {
  const said = /^bandit (\d+(?:\.\w+)+)\n\s+python version = (\d+\.\d+)\.\d\S* /u.exec(stdout);
  const [, version, python] = said ?? [];
  if (version === undefined || python === undefined)
    throw new AdapterError('version-unreadable', 'The answer to `bandit --version` names no version of Bandit.', {
      next: NEXT,
    });
  return { version, python };
}

/** The list at the end of the help: `\tB101\tassert_used` a line. */
function readTests(stdout: string): readonly string[] {
  const [, list = ''] = stdout.split(/^The following tests were discovered and loaded:\n-+$/mu);
  const tests = [...list.matchAll(/^\t([A-Z]+\d+)\t\S+$/gmu)].map(([, id]) => id as string);
  const lines = list.split('\n').filter((line) => line.trim() !== '').length;
  if (tests.length === 0 || tests.length !== lines)
    throw new AdapterError('version-unreadable', 'The answer to `bandit --help` does not list its tests.', {
      next: NEXT,
    });
  return [...new Set(tests)].sort();
}
