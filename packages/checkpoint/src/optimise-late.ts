import { setFlagsFromString } from 'node:v8';

/** By the major version of V8: one that does not know a flag complains about it. */
const SEVEN_TIMES_LATER: Readonly<Record<string, string>> = {
  '11': '--interrupt-budget=1000000',
  '12': '--invocation-count-for-turbofan=20000',
  '13': '--invocation-count-for-turbofan=20000',
};

const later: string | undefined = SEVEN_TIMES_LATER[process.versions.v8.split('.')[0] ?? ''];

export const FLAGS: readonly string[] = ['--liftoff-only', ...(later === undefined ? [] : [later])];

/**
 * A check is over before most of what is optimised for it pays: the optimising compilers took a third of its processor time,
 * and that of WebAssembly held up its end by a second. What runs for long is optimised all the same.
 */
export function optimiseLate(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
