import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';

/** Answers that refuse nothing, and values that call a function of no effect by its name. */
const YES = /^(?:|true|True|undefined|None|null|void 0|next\(\)|return next\(\)|Promise\.resolve\((?:true)?\))$/u;
const NO_EFFECT = /^(?:String|str|unicode|(?:_|lodash)\.(?:identity|noop|stubTrue)|identity|noop|Boolean)$/u;

/** Whether a function hands back what it was given, at most as text, or always says yes. */
export function isHollow(functionNode: SyntaxNode): boolean {
  const body = functionNode.field('body');
  if (body === undefined) return false;
  const code = onlyAnswer(body);
  if (code === undefined) return false;
  return YES.test(code) || parametersOf(functionNode).some((name) => isSameValue(code, name));
}

export function isWithoutEffect(value: SyntaxNode): boolean {
  return NO_EFFECT.test(plainCode(value));
}

/** The one thing that a body answers, as code; `''` where it does nothing, undefined where it does more. */
function onlyAnswer(body: SyntaxNode): string | undefined {
  const { blocks, idleStatements, exits } = body.tree.profile;
  if (!blocks.includes(body.kind)) return plainCode(withoutParentheses(body));
  const statements = codeChildren(body).filter(
    (statement) => !idleStatements.includes(statement.kind) && !isDocumentation(statement),
  );
  const [only, ...others] = statements;
  if (only === undefined) return '';
  if (others.length > 0) return undefined;
  if (!exits.return.includes(only.kind)) return plainCode(only) === 'next()' ? 'next()' : undefined;
  const value = codeChildren(only)[0];
  return value === undefined ? '' : plainCode(withoutParentheses(value));
}

function isDocumentation(statement: SyntaxNode): boolean {
  const { strings, expressionStatements } = statement.tree.profile;
  const inner = expressionStatements.includes(statement.kind) ? codeChildren(statement)[0] : statement;
  return inner !== undefined && strings.includes(inner.kind);
}

function withoutParentheses(node: SyntaxNode): SyntaxNode {
  const inner = node.tree.profile.transparent.includes(node.kind) ? codeChildren(node)[0] : undefined;
  return inner === undefined ? node : withoutParentheses(inner);
}

function parametersOf(functionNode: SyntaxNode): readonly string[] {
  const list = functionNode.field('parameters') ?? functionNode.field('parameter');
  if (list === undefined) return [];
  const { identifiers } = list.tree.profile;
  return list.find(identifiers).map(({ text }) => text);
}

/** The value as it was given, as a text, or trimmed. */
function isSameValue(code: string, name: string): boolean {
  const forms = [name, `String(${name})`, `str(${name})`, `\`\${${name}}\``, `""+${name}`, `${name}+""`];
  const calls = ['.toString()', '.trim()', '.strip()', '.valueOf()'].map((call) => `${name}${call}`);
  return [...forms, ...calls, `Promise.resolve(${name})`].includes(code);
}
