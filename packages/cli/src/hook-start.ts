// What git starts for a hook, through the script that `pawl init` wrote. It is on the path of every commit.
import { optimiseLate } from '@pawl/checkpoint/optimise-late';
import { runCompiled } from '@pawl/compiled';

/** Put in when the program is bundled. */
declare const pawlDigest: string;

// Whatever ends the process early is not an answer.
process.exitCode = 2;
// First of all: compiled code is good for the very flags that it was compiled with.
optimiseLate();
runCompiled({ file: new URL('./hook.cjs', import.meta.url), digest: pawlDigest }, (name) => import(name));
