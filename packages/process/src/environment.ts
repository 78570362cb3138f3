/** The few variables that a tool may see. `HOME` is where `pip install --user` and version managers keep the tool itself. */
const PASSED_ON = ['HOME', 'SystemRoot'] as const;

/**
 * The environment of a tool, from an allow-list: what is not named here cannot preload code (`NODE_OPTIONS`,
 * `LD_PRELOAD`, `PYTHONPATH`), change rules (`SEMGREP_RULES`) or hand our credentials to a tool.
 */
export function environmentFor(
  environment: Readonly<Record<string, string | undefined>>,
  { path, temporary }: { readonly path: string; readonly temporary: string },
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // One locale everywhere: messages and sort orders are part of what an adapter reads.
  return { ...Object.fromEntries(passed), PATH: path, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TMPDIR: temporary };
}
