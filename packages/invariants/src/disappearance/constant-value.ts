import type { SyntaxNode } from '@pawl/syntax';
import { partOf } from '@pawl/syntax';
import { plainCode, quoted } from '../plain-code.ts';

/** What a condition is known to be. `by` names what makes it so. */
export interface Known {
  readonly is: boolean;
  readonly by: string;
}

/** The texts in which a switch may be set: the changed files of one side. */
export type Texts = readonly string[];

/** What a condition always is, as far as its file and the changed files say; undefined where it depends. */
export function constantValue(condition: SyntaxNode, texts: Texts, depth = 0): Known | undefined {
  const { profile } = condition.tree;
  if (depth > 20) return undefined;
  if (profile.parentheses.includes(condition.kind)) return first(condition, texts, depth);
  const code = plainCode(condition);
  const by = quoted(condition.text);
  if (profile.never.includes(code) || /^(?:0|0\.0|None|False|""|null|undefined|NaN|void 0|\[\]\.length)$/u.test(code))
    return { is: false, by };
  if (profile.always.includes(code) || /^(?:\d+|True|"[^"]+"|!0)$/u.test(code)) return { is: true, by };
  if (profile.negation.kinds.includes(condition.kind) && /^(?:!|not\b)/u.test(code)) {
    const operand = condition.field(profile.negation.operand) ?? condition.namedChildren[0];
    const known = operand && constantValue(operand, texts, depth + 1);
    return known && { is: !known.is, by: known.by };
  }
  return joined(condition, texts, depth) ?? compared(condition, code) ?? switched(code, by, condition, texts, depth);
}

function first(node: SyntaxNode, texts: Texts, depth: number): Known | undefined {
  const inner = node.namedChildren[0];
  return inner && constantValue(inner, texts, depth + 1);
}

/** `false && x` is false, `x || true` is true, and `x && true` is what x is. */
function joined(node: SyntaxNode, texts: Texts, depth: number): Known | undefined {
  const { binary, and, or } = node.tree.profile;
  if (!binary.kinds.includes(node.kind)) return undefined;
  const operator = node.field(binary.operator)?.text ?? '';
  if (!and.includes(operator) && !or.includes(operator)) return undefined;
  const sides = [partOf(node, binary.left), partOf(node, binary.right)];
  const known = sides.map((side) => side && constantValue(side, texts, depth + 1));
  const decides = or.includes(operator);
  return known.find((one) => one?.is === decides) ?? (known.every((one) => one !== undefined) ? known[0] : undefined);
}

const LITERALS = /^("[^"]*"|\d+|true|false|True|False)(===?|!==?|<=?|>=?)("[^"]*"|\d+|true|false|True|False)$/u;

function compared(node: SyntaxNode, code: string): Known | undefined {
  const match = LITERALS.exec(code);
  if (match === null) return undefined;
  const [left = '', operator = '', right = ''] = match.slice(1);
  const [a, b] = [Number(left), Number(right)];
  const by = quoted(node.text);
  if (/^[!=]/u.test(operator)) return { is: (left === right) === operator.startsWith('='), by };
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  const order = operator.startsWith('<') ? a < b : a > b;
  return { is: order || (operator.endsWith('=') && a === b), by };
}

const OFF = String.raw`(?:false|False|FALSE|0|null|None|undefined|""|''|["']?(?:off|no|disabled|false|0)["']?)`;
const ON = String.raw`(?:true|True|TRUE|1|["']?(?:on|yes|enabled|true|1)["']?)`;

/** A name that is set once, in its file or among the changed settings, and never again. */
function switched(code: string, by: string, node: SyntaxNode, texts: Texts, depth: number): Known | undefined {
  const name =
    /^(?:[\w$]+\.)*([\w$]+)$/u.exec(code)?.[1] ??
    /(?:isEnabled|enabled|is_enabled|flag|feature|variation|getFlag|get|getenv|environ)(?:\(|\[)"([\w.:-]+)"/u.exec(
      code,
    )?.[1];
  if (name === undefined || depth > 5 || /^(?:this|self|true|false|null|None|length|size)$/u.test(name))
    return undefined;
  const set = (value: string, text: string): number => text.match(setting(name, value))?.length ?? 0;
  const any = (text: string): number => text.match(setting(name, ''))?.length ?? 0;
  const own = node.tree.text;
  for (const where of [[own], texts]) {
    const all = where.reduce((sum, text) => sum + any(text), 0);
    const off = where.reduce((sum, text) => sum + set(OFF, text), 0);
    const on = where.reduce((sum, text) => sum + set(ON, text), 0);
    if (off > 0 && off === all) return { is: false, by: `${by}, which is off` };
    if (on > 0 && on === all) return { is: true, by: `${by}, which is on` };
  }
  return undefined;
}

/** A name that is given a value, as a variable or as a key. */
function setting(name: string, value: string): RegExp {
  const word = escaped(name);
  // With a comma or a bracket behind it, it is a default or an argument.
  const whole = value === '' ? '' : String.raw`[ \t]*(?=$|[;#}]|\/\/)`;
  const end = value === '' ? '' : String.raw`${value}(?![\w.$(])`;
  return new RegExp(
    String.raw`(?<![\w$])${word}\s*(?::\s*(?:bool|boolean)\s*)?(?:=(?![=>])|\+=|\|=)\s*${end}${whole}|(?:^|[{,])\s{0,200}["']?${word}["']?\s*:[ \t]*(?=\S)${end}`,
    'gmu',
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** A switch outside the code, which is off until somebody turns it on. */
export function isOutsideSwitch(condition: SyntaxNode): boolean {
  return /\bprocess\.env\.|\bimport\.meta\.env\.|\bos\.environ\b|\bos\.getenv\(|\bgetenv\(|\b(?:feature|featureFlags?|feature_flags?|flags?|toggles?|switches|unleash|launchdarkly|ldClient|waffle)\b[\w.]*(?:\.|\[|\()/iu.test(
    condition.text,
  );
}
