import type { Node } from './node.ts';

/** What the tool, or an extension of it, says of the kind of a notification (SARIF 3.58.2): by index, else by id. */
export function descriptorOf(run: Node, notification: Node): Node | undefined {
  const reference = notification.get('descriptor');
  if (!reference) return undefined;
  const tool = run.need('tool');
  const index = reference.index('index');
  if (index !== undefined) {
    const extension = reference.get('toolComponent')?.index('index');
    const component = extension === undefined ? tool.need('driver') : tool.need('extensions').at(extension);
    return component.need('notifications').at(index);
  }
  const id = reference.get('id')?.text();
  const descriptors = [tool.need('driver'), ...tool.list('extensions')].flatMap((part) => part.list('notifications'));
  return descriptors.find((descriptor) => descriptor.need('id').text() === id);
}
