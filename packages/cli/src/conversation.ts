import { createInterface } from 'node:readline';

/** Several questions in a row to the person at the terminal. */
export interface Conversation {
  /** The line that was typed; `undefined` once it was ended by Ctrl-C or Ctrl-D. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly end: () => void;
}

/**
 * One reader for all questions, so that what is typed or pasted ahead counts for the next one. `undefined` where input or
 * error is no terminal: a pipe never answers for a person.
 */
export function openConversation(): Conversation | undefined {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined;
  const lines = createInterface({ input: stdin, output: stderr, historySize: 0 });
  const typed: string[] = [];
  let [isEnded, tell] = [false, (): void => undefined];
  lines.on('line', (line) => {
    typed.push(line);
    tell();
  });
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    isEnded = true;
    tell();
  });
  return {
    async ask(question) {
      lines.setPrompt(question);
      // What is typed meanwhile stays where it is.
      if (!isEnded) lines.prompt(true);
      while (typed.length === 0 && !isEnded) await new Promise<void>((resolve) => (tell = resolve));
      // Whoever pressed Ctrl-C takes back what was typed before, too.
      return isEnded ? undefined : typed.shift();
    },
    end: () => lines.close(),
  };
}
