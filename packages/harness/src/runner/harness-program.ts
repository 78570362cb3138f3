import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';

/**
 * The start of the command that `pawl init` writes into the settings of a harness. Settings are tracked, so it holds no path
 * of a machine: git says where the clone keeps the runner, in every folder and every worktree, whatever installed Pawl.
 *
 * Where there is no runner a shell ends with 127, which no harness takes for an answer. A shell that were told to read it as a
 * script would end with 2 (dash), which in some of them hands what was said to the model and lets it go on.
 */
export function harnessProgram(harness: HarnessId): string {
  const { projectVariable } = HARNESSES[harness];
  const at = projectVariable === undefined ? '' : ` -C "\${${projectVariable}:-.}"`;
  const format = projectVariable === undefined ? '' : ' --path-format=absolute';
  return `"$(git${at} rev-parse${format} --git-common-dir)/pawl/harness"`;
}
