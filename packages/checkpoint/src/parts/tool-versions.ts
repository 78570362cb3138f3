import type { Config } from '@pawl/config';
import type { Repository } from '@pawl/git';
import type { CommandResult, Invocation } from '@pawl/scanner';
import type { Context } from '../context.ts';
import { runnerFor } from '../runner.ts';

const MINUTE_MS = 60_000;
const MIB = 1024 * 1024;

/** What each tool that is turned on says of its version, or why it says nothing. It is compared and never read. */
export async function toolVersions(
  repository: Repository,
  configs: readonly Config[],
  context: Context,
): Promise<readonly string[]> {
  const questions = configs.flatMap(({ scanners, limits }) => questionsOf(scanners).map((argv) => ({ argv, limits })));
  const named = new Map(questions.map((one) => [one.argv.join('\0'), one]));
  return Promise.all(
    [...named.values()].map(async ({ argv, limits }) => {
      const output = await runnerFor(repository, context, limits)(askVersion(argv));
      const said = output.kind === 'done' ? (output.value as CommandResult).result : output.code;
      return `${argv.join(' ')}: ${said.trim()}`;
    }),
  );
}

function askVersion(argv: Argv): Invocation {
  const limits = { timeoutMs: MINUTE_MS, maxOutputBytes: MIB, maxMemoryBytes: 1024 * MIB };
  return { kind: 'command', steps: [{ argv, okStatus: [0] }], files: [], own: [], ...limits };
}

type Argv = readonly [string, ...string[]];

function questionsOf({ semgrep, bandit, codeql, sarif }: Config['scanners']): readonly Argv[] {
  return [
    ...(semgrep === false ? [] : [['semgrep', '--version'] as const]),
    ...(bandit ? [['bandit', '--version'] as const] : []),
    ...(codeql === false ? [] : [['codeql', 'version', '--format=terse'] as const]),
    ...Object.values(sarif).flatMap(({ command: [tool], version }) => {
      const [asked, ...rest] = version ?? [tool ?? '', '--version'];
      return asked === undefined || asked === '' ? [] : [[asked, ...rest] as const];
    }),
  ];
}
