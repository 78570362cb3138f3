import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import { subwords } from './subwords.ts';

const DENIED =
  /^(?:deny|denied|denylist|black|blacklist|blocked|block|blocklist|forbid|forbidden|ban|banned|disallow|disallowed|unsafe|dangerous|reserved|illegal|invalid|bad|evil|common|exclude|excluded|restricted|sensitive|protected|private|internal|hidden|redact|redacted|secret)$/u;
const ALLOWED =
  /^(?:allow|allowed|safelist|safelisted|allowlist|white|whitelist|safe|permitted|permit|trusted|legal|valid|accepted|supported|public|exempt|skip|ignore|ignored)$/u;

/** How far up the name of a list may stand: `new Set(['a'])`, `Object.freeze([…])`. */
const FURTHEST = 4;

/** What being on a list means: by the name that the list is given, or by how its file asks for what is on it. */
export function itemOf(list: SyntaxNode): string {
  if (isWhatMayRemain(list)) return 'allowed item';
  const name = nameOf(list);
  if (name === undefined) return 'item';
  const words = [...subwords(name)];
  if (words.some((word) => DENIED.test(word))) return 'denied item';
  if (words.some((word) => ALLOWED.test(word)) || refusesOthers(name, list.tree)) return 'allowed item';
  return 'item';
}

/** `set(given) - {'a', 'b'}`: what is left is refused. */
function isWhatMayRemain(list: SyntaxNode): boolean {
  const { parent } = list;
  return parent?.field('operator')?.text === '-' && parent.field('right')?.id === list.id;
}

/** `x not in NAME`, `!NAME.has(x)`: what is not on the list is dealt with. */
function refusesOthers(name: string, tree: SyntaxTree): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return false;
  const answers = known.get(tree) ?? new Map<string, boolean>();
  known.set(tree, answers);
  const answer = answers.get(name) ?? isAskedFor(name, tree.text);
  answers.set(name, answer);
  return answer;
}

/** Each item of a list asks, and the answer takes a look through the whole file. */
const known = new WeakMap<SyntaxTree, Map<string, boolean>>();

function isAskedFor(name: string, text: string): boolean {
  const given = '(?:\\w*(?:[aA]llow|[aA]ccept|[pP]ermit|[tT]rusted)\\w*|[oO]rigins?|algorithms)';
  return new RegExp(
    `\\bnot in ${name}\\b|!\\s*${name}\\.(?:has|includes)\\(|- ?${name}\\b|\\b${given}\\s*[:=]\\s*${name}\\b`,
    'u',
  ).test(text);
}

function nameOf(list: SyntaxNode): string | undefined {
  const { bindings } = list.tree.profile;
  let node = list.parent;
  for (let steps = 0; node !== undefined && steps < FURTHEST; steps++, node = node.parent) {
    const { kind } = node;
    const binding = bindings.find((each) => each.kind === kind);
    const name = binding && node.field(binding.name)?.text;
    if (name !== undefined) return name;
  }
  return undefined;
}
