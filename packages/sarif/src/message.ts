import type { Node } from './node.ts';

/**
 * The plain text of a message (SARIF 3.11): its own, or one of its descriptor's (the rule of a result) or of the tool's
 * with arguments put in. Only a message without words of its own asks for the descriptor.
 */
export function messageOf(run: Node, message: Node, descriptor: () => Node | undefined): string {
  const text = message.get('text') ?? message.get('markdown') ?? named(run, message, descriptor());
  const values = message.list('arguments').map((value) => value.text());
  return values.length === 0 ? text.text() : filled(text, values);
}

function named(run: Node, message: Node, descriptor: Node | undefined): Node {
  const id = message.need('id');
  const strings = descriptor?.get('messageStrings')?.get(id.text());
  const shared = run.need('tool').need('driver').get('globalMessageStrings')?.get(id.text());
  return (strings ?? shared)?.need('text') ?? id.fail('bad-reference', 'names a message that nobody defines');
}

function filled(text: Node, values: readonly string[]): string {
  return text.text().replace(/\{\{|\}\}|\{(\d{1,4})\}/gu, (placeholder, digits?: string) => {
    if (digits === undefined) return placeholder.slice(1);
    return values[Number(digits)] ?? text.fail('bad-reference', `has no argument for ${placeholder}`);
  });
}
