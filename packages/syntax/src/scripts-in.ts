import { extensionOf } from './language.ts';

/** Files in which code stands between markup. Astro has some more at its top, between two lines of three dashes. */
const COMPONENTS: readonly string[] = ['vue', 'svelte', 'astro'];
const FRONT_MATTER = /^\s*---\r?\n([\s\S]*?)^---/u;

/** What a `type` says where the script is a program: https://html.spec.whatwg.org/#the-script-element */
const PROGRAMS = /^(?:|module|ts|typescript|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/iu;

/**
 * The code of a file: all of it, or of a component file its scripts, with everything else blanked at equal length so that
 * no line, column or offset moves. The markup of a component is not code to any profile and stays unread.
 */
export function scriptsIn(file: string, text: string): string {
  const extension = extensionOf(file);
  if (!COMPONENTS.includes(extension)) return text;
  const front = extension === 'astro' ? frontMatter(text) : undefined;
  const ranges = [...(front ? [front] : []), ...scriptRanges(text, front?.to ?? 0)];
  return keep(text, ranges);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function frontMatter(text: string): Range | undefined {
  const match = new RegExp(FRONT_MATTER, 'mu').exec(text);
  if (match?.index !== 0 || match[1] === undefined) return undefined;
  const from = match[0].indexOf(match[1], match[0].indexOf('---') + 3);
  return { from, to: from + match[1].length };
}

/** By searching forward only, so that no text of any shape takes more than linear time. */
function scriptRanges(text: string, start: number): readonly Range[] {
  const lower = text.toLowerCase();
  const ranges: Range[] = [];
  for (let open = lower.indexOf('<script', start); open !== -1;) {
    const from = lower.indexOf('>', open) + 1;
    if (from === 0) break;
    const end = lower.indexOf('</script', from);
    const to = end === -1 ? text.length : end;
    if (isProgram(text.slice(open, from))) ranges.push({ from, to });
    open = end === -1 ? -1 : lower.indexOf('<script', to);
  }
  return ranges;
}

function isProgram(tag: string): boolean {
  const type = /\btype\s*=\s*["']?([^\s"'>]*)/iu.exec(tag)?.[1] ?? '';
  return PROGRAMS.test(type);
}

function keep(text: string, ranges: readonly Range[]): string {
  let kept = '';
  for (const { from, to } of ranges) kept += blank(text.slice(kept.length, from)) + text.slice(from, to);
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
