/** What an expression of a workflow may name. */
export type Contexts = Readonly<Record<string, unknown>>;

/** A text of a workflow with its expressions filled in. */
export function filled(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gsu, (_, expression: string) => asText(valueOf(expression, contexts)));
}

/** Whether a condition holds. */
export function holds(condition: string, contexts: Contexts): boolean {
  const bare = /^\$\{\{(.*)\}\}$/su.exec(condition.trim())?.[1] ?? condition;
  return Boolean(valueOf(bare, contexts));
}

/** The part of GitHub's language that our templates are written in; anything else is an error of the spec. */
function valueOf(expression: string, contexts: Contexts): unknown {
  const text = expression.trim();
  for (const [operator, join] of OPERATORS) {
    const parts = text.split(` ${operator} `);
    if (parts.length > 1) return join(parts.map((part) => valueOf(part, contexts)));
  }
  if (text === '!cancelled()') return true;
  const literal = /^'([^']*)'$/u.exec(text)?.[1];
  if (literal !== undefined) return literal;
  if (!/^[\w-]+(?:\.[\w-]+)+$/u.test(text)) throw new Error(`this spec cannot read the expression ${text}`);
  const [root = '', ...path] = text.split('.');
  if (!Object.hasOwn(contexts, root)) throw new Error(`there is no context ${root} here`);
  return path.reduce<unknown>((value, name) => (value as Contexts | undefined)?.[name], contexts[root]);
}

/** The loosest first. */
const OPERATORS: readonly (readonly [operator: string, join: (values: readonly unknown[]) => unknown])[] = [
  ['||', (values) => values.find(Boolean) ?? values.at(-1)],
  ['&&', (values) => values.find((value) => !value) ?? values.at(-1)],
  ['!=', ([one, other]) => asText(one) !== asText(other)],
];

function asText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
