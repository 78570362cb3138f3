import { join } from 'node:path';
import { program } from './attacks/scene.ts';
import { type Ran, run } from './run.ts';

/** What a gate as people write it keeps beside itself: a log, alarms, a list of stopped branches, a date. */
export interface NaiveKeeper {
  readonly log: string;
  readonly alarms: string;
  /** Runs it on a branch whose diff is read from standard input. `env` is what the caller has set. */
  ask(branch: string, diff: string, env?: NodeJS.ProcessEnv): Promise<Ran>;
}

/** Read, add, write: the log of whoever writes last. A folder is the lock, and nobody asks who has left it there. */
const KEEPER = `#!/bin/sh
cd "$1" || exit 2
touch log alarms
old=$(cat log)
sleep 0.2
printf '%s\\n%s\\n' "$old" "$2" | sed /^$/d > "log.$$" && mv "log.$$" log
mkdir lock 2>/dev/null || { echo 'busy, not judged'; exit 0; }
[ "$DIES" != 1 ] || kill -KILL $$
if grep -qx "$2" stopped 2>/dev/null; then rmdir lock; exit 1; fi
lost=$(grep -n '^-.*startsWith(root\\|^+.*eval(' | head -1)
rmdir lock
[ -n "$lost" ] || exit 0
[ "$(node -p 'Date.now()')" -gt "\${ACCEPTED_UNTIL:-0}" ] || exit 0
echo "$2: rule lost-line at $lost" | tee -a alarms
echo "$2" >> stopped
exit 1
`;

export async function naiveKeeper(root: string, env: NodeJS.ProcessEnv): Promise<NaiveKeeper> {
  const folder = join(root, 'beside');
  const file = join(folder, 'keeper');
  await program(file, KEEPER);
  return {
    log: join(folder, 'log'),
    alarms: join(folder, 'alarms'),
    ask: (branch, diff, more = {}) =>
      run('sh', [file, folder, branch], { cwd: folder, env: { ...env, ...more }, input: diff }),
  };
}
