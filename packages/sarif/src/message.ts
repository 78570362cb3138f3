import type { Node } from './node.ts';

/** The plain text of a result's message (SARIF 3.11): its own, or one of the rule's or the tool's with arguments put in. */
export function messageOf(run: Node, result: Node, rule: Node | undefined): string {
  const message = result.need('message');
  const text = message.get('text') ?? message.get('markdown') ?? named(run, message, rule);
  const values = message.list('arguments').map((value) => value.text());
  return values.length === 0 ? text.text() : filled(text, values);
}

function named(run: Node, message: Node, rule: Node | undefined): Node {
  const id = message.need('id');
  const strings = rule?.get('messageStrings')?.get(id.text());
  const shared = run.need('tool').need('driver').get('globalMessageStrings')?.get(id.text());
  return (strings ?? shared)?.need('text') ?? id.fail('bad-reference', 'names a message that nobody defines');
}

function filled(text: Node, values: readonly string[]): string {
  return text.text().replace(/\{\{|\}\}|\{(\d{1,4})\}/gu, (placeholder, digits?: string) => {
    if (digits === undefined) return placeholder.slice(1);
    return values[Number(digits)] ?? text.fail('bad-reference', `has no argument for ${placeholder}`);
  });
}
