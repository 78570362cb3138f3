import type { RawFinding } from '@pawl/findings';
import { type Adapter, AdapterError, type Command, type CommandResult, type Scanner, type Step } from '@pawl/scanner';

const LIMITS = { timeoutMs: 20_000, maxOutputBytes: 1_000_000, maxMemoryBytes: 1_000_000_000 };
const VERSION: Step = { argv: ['todo', '--version'], okStatus: [0] };
const WORDS = 'words.txt';

/** A tool of one's own in the place of a real one: it finds words, and its rules are the words to find. */
export const todoAdapter: Adapter<Record<string, never>> = {
  async pin(_, door) {
    const words = await door.readFile(WORDS);
    if (words === undefined) throw new AdapterError('rules-missing', 'there are no words', { next: `write ${WORDS}` });
    const output = await door.run({ kind: 'command', steps: [VERSION], files: [], own: [], ...LIMITS });
    if (output.kind === 'failed') throw new AdapterError('tool-missing', output.why, { next: 'pip install todo' });
    const version = versionIn(output.value as CommandResult);
    return { version, rulesDigest: words, rules: [{ name: WORDS, text: words }] };
  },
  open: (_, { version, rulesDigest, rules }): Scanner => ({
    name: 'bandit',
    scope: 'file',
    version,
    rulesDigest,
    owes: (file) => file.endsWith('.txt') && file !== WORDS,
    plan: ({ files }): Command => ({
      kind: 'command',
      steps: [VERSION, { argv: ['todo', `{own}/${WORDS}`, '{files}'], okStatus: [0] }],
      files,
      own: rules,
      ...LIMITS,
    }),
    read: (output, { files }) => {
      const said = output as CommandResult;
      if (versionIn(said) !== version)
        throw new AdapterError('wrong-version', `todo is ${versionIn(said)}`, { next: `pip install todo==${version}` });
      return {
        findings: said.result.split('\n').filter(Boolean).map(toRawFinding),
        coverage: { examined: files.map(({ file, blob }) => ({ file, blob, by: 'bandit' })), notExamined: [] },
      };
    },
  }),
};

function versionIn({ steps }: CommandResult): string {
  return steps[0]?.stdout.trim() ?? '';
}

function toRawFinding(text: string): RawFinding {
  const [file = '', line] = text.split(':');
  const severity = 'high';
  return { tool: 'bandit', rule: 'word', severity, message: 'a word', cwe: [], file, line: Number(line) };
}

/** The tool itself: it writes down each run in `journal`. */
export function todoProgram(version: string, journal: string): string {
  return `#!/bin/sh
if [ "$1" = --version ]; then echo ${version}; exit 0; fi
cd "$2" && find . -type f | sort | sed 's,^,scan ,' >> '${journal}'
grep -rn -F -f "$1" . | sed 's,^\\./,,' | sort
`;
}
