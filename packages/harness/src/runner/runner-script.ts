import { answer } from '../answer/answer.ts';
import { readEvent } from '../event/read-event.ts';
import { HARNESSES } from '../harness-facts.ts';
import { HARNESS_IDS } from '../harness-id.ts';

export interface Machine {
  /** Absolute path of the bundled program. */
  readonly programFile: string;
  /** Absolute path of the node that installed it; where it has gone, `node` on the PATH is used. */
  readonly nodeFile: string;
}

/**
 * The script in the common git directory that the settings of every harness start: the only place that holds machine paths.
 * A program that is gone, breaks or is killed is no answer, and most harnesses then go on as if there were no hook (H16): so
 * the script answers in its place, in the words of each harness.
 */
export function runnerScript({ programFile, nodeFile }: Machine): string {
  return `#!/bin/sh
# Written by \`pawl init\`: answers the hooks of coding agents. Called with: harness-hook <harness> <event>
unset NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES
node=${quoted(nodeFile)}
file=${quoted(programFile)}
[ -x "$node" ] || node=node
answer=$("$node" "$file" "$@")
status=$?
case $status in
0 | 2)
  [ -z "$answer" ] || printf '%s\\n' "$answer"
  exit $status
  ;;
esac
case "$2 $3" in
${instead()}
*) exit 1 ;;
esac
`;
}

const NO_ANSWER = {
  outcome: 'could-not-tell',
  fault: 'What answers here is gone or broken, and pawl init mends it.',
} as const;

/** One branch for each answer, with all the events that it is for. */
function instead(): string {
  const events = new Map<string, string[]>();
  for (const harness of HARNESS_IDS)
    for (const { event } of HARNESSES[harness].installs) {
      const { stdout } = answer(readEvent(harness, '', event), NO_ANSWER);
      events.set(stdout, [...(events.get(stdout) ?? []), `'${harness} ${event}'`]);
    }
  return [...events]
    .map(([stdout, names]) => `${names.join(' | ')})\n  ${stdout === '' ? ':' : `printf '%s' ${quoted(stdout)}`}\n  ;;`)
    .join('\n');
}

/** Any text as one word of a POSIX shell: nothing is special between single quotes but the single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
