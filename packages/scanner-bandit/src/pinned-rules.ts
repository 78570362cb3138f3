import type { OwnFile } from '@pawl/scanner';

export const CONFIGURATION = 'bandit.yaml';
const PYTHON = 'python-version';

export const PINNED_FILES: readonly string[] = [CONFIGURATION, PYTHON];

/**
 * What decides the findings besides Bandit's own version. The tests are named one by one, so that a plug-in that is
 * installed later adds nothing, and one that is gone is noticed. The Python that runs Bandit decides which grammar is
 * read and where a piece of an f-string stands.
 */
export function rulesOf(python: string, tests: readonly string[]): readonly OwnFile[] {
  // JSON is YAML. `include`: without it `a.pyi` and `A.PY` are passed over in silence.
  const configuration = `${JSON.stringify({ include: ['*'], tests }, null, 2)}\n`;
  return [
    { name: CONFIGURATION, text: configuration },
    { name: PYTHON, text: `${python}\n` },
  ];
}

export function pinnedPython(rules: readonly OwnFile[]): string | undefined {
  return rules.find(({ name }) => name === PYTHON)?.text.trim();
}
