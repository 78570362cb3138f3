// What the runner starts.
import { errorText } from '@pawl/report';
import { runAction } from './run-action.ts';
import { tell } from './tell.ts';

// Whatever ends the process early is not an answer.
process.exitCode = 2;
const { env } = process;
const out = (text: string): void => void process.stdout.write(text);
try {
  const told = await runAction({ env, now: () => new Date(), grammars: new URL('./grammars/', import.meta.url) });
  await tell(told, env, out);
  process.exitCode = told.isRefused ? told.status : 0;
} catch (error) {
  // The files of the runner cannot be written. An error that nobody catches would end with 1, as a stop does.
  out(errorText(error));
}
