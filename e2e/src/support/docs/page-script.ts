import { type CodeBlock, outputBelow } from '../code-blocks.ts';
import type { DocPage } from './doc-pages.ts';
import type { SetUp } from './page-set-up.ts';

/** What is typed at once, and what a page says of it. */
export interface PageStep {
  /** Where it stands in the page, from 1. */
  readonly line: number;
  readonly heading: string;
  readonly command: string;
  /** What it prints; `undefined` where the page does not show it, and then anything is right. */
  readonly shows: string | undefined;
  /** A command of a `console` block may end as it likes: what it prints says how. */
  readonly mayFail: boolean;
}

/** Stands alone on a line before what a step prints: one shell runs all steps of a page. */
export function markOf({ line }: Pick<PageStep, 'line'>): string {
  return `=== the page, line ${line} ===`;
}

/** What is to be typed for a block: a `sh` block is one step, each `$` line of a `console` block is one. */
export function stepsOf(page: DocPage, block: CodeBlock): readonly PageStep[] {
  const { language, line, heading, text } = block;
  const shown = outputBelow(page.text, block)?.text;
  if (language === 'sh') return [{ line, heading, command: text, shows: shown, mayFail: false }];
  const [nothing, ...typed] = text.split(/^\$ /mu);
  if (nothing !== '') throw new Error(`${page.path}:${line} shows output before any command`);
  return typed.map((each, index) => {
    const at = line + 1 + `${typed.slice(0, index).join('')}`.split('\n').length - 1;
    const { command = '', shows = '' } = /^(?<command>.*\n(?:> .*\n)*)(?<shows>[^]*)$/u.exec(each)?.groups ?? {};
    return { line: at, heading, command: command.replace(/^> /gmu, ''), shows, mayFail: true };
  });
}

/**
 * A shell script of a page: its set-up, in which `$SCRATCH` is the folder that all of it lies in, then each step after its mark. Variables and the folder stay as they are from one block
 * to the next, as they do for a reader.
 */
export function pageScript(steps: readonly PageStep[], setUp: SetUp, scratch: string): string {
  const isFirst = ({ heading }: PageStep, at: number): boolean =>
    steps.findIndex((step) => step.heading === heading) === at;
  const parts = steps.map((step, at) => {
    const heading = isFirst(step, at) ? quiet(setUp.before.get(step.heading)) : '';
    const before = quiet(setUp.before.get(firstLine(step)));
    return `${heading}${before}echo '${markOf(step)}'\n${asTyped(step, setUp, scratch)}`;
  });
  return `set -eu\n${quiet(setUp.first)}${parts.join('')}`;
}

/** Every line has to succeed, but those of which the set-up says how else they end. */
function asTyped({ command, mayFail }: PageStep, { instead, exits }: SetUp, scratch: string): string {
  const written = [...instead].map(([from, to]) => [from, to.replaceAll('$SCRATCH', scratch)] as const);
  const meant = written.reduce((text, [from, to]) => text.replaceAll(from, () => to), command);
  const lines = meant.split('\n').map((line) => {
    const status = [...exits].find(([command]) => line.startsWith(command))?.[1];
    return status === undefined ? line : `{ ${line}\n} && exit 90 || test $? -eq ${status}`;
  });
  return mayFail ? `{\n${meant}} || :\n` : lines.join('\n');
}

function firstLine({ command }: PageStep): string {
  return command.slice(0, command.indexOf('\n'));
}

/** What a set-up prints is no output of the page. */
function quiet(script: string | undefined): string {
  return script === undefined || script.trim() === '' ? '' : `{\n:\n${script}\n} >>"$SCRATCH/set-up.log" 2>&1\n`;
}
