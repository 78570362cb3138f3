import type { Means } from '../means.ts';
import { runProgram } from './run-program.ts';
import { sendHttp } from './send-http.ts';
import { sleep } from './sleep.ts';

/** The network, the programs and the clock of this machine. */
export function systemMeans(given: Pick<Means, 'env' | 'outbox' | 'workTree' | 'budgetMs'>): Means {
  return {
    ...given,
    send: sendHttp,
    run: runProgram,
    platform: process.platform,
    now: () => Date.now(),
    sleep,
    random: () => Math.random(),
  };
}
