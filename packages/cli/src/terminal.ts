import { createInterface } from 'node:readline/promises';
import type { Ask } from '@pawl/checkpoint';

/** Asks the person at the terminal; `undefined` where input or error is none, so that a pipe never answers for a person. */
export function askAtTerminal(): Ask | undefined {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined;
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stderr });
    // Ctrl-C and Ctrl-D answer nothing; without this the promise would never settle.
    const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    lines.on('SIGINT', () => lines.close());
    try {
      return await Promise.race([lines.question(question), closed]);
    } finally {
      lines.close();
    }
  };
}

/** A question to which only `y` says yes. */
export async function isYes(ask: Ask, question: string): Promise<boolean> {
  for (;;) {
    const answer = (await ask(`${question} (y/n) `))?.trim().toLowerCase();
    if (answer === 'y' || answer === 'yes') return true;
    if (answer === undefined || answer === 'n' || answer === 'no') return false;
  }
}
