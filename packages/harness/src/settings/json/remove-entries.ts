import type { Node } from 'jsonc-parser';
import type { HarnessId } from '../../harness-id.ts';
import { isOurEntry } from './entry.ts';
import { isOwnContainer, removeMember } from './members.ts';
import { childOf, parseJson, valueOf } from './parse-json.ts';

export interface Removal {
  readonly file: string;
  readonly harness: HarnessId;
  /** Which of our entries stay as they are. */
  readonly keeps: (event: string, entry: unknown) => boolean;
}

/**
 * The text without our entries, and without the lists and objects that we made around them and that are now empty. Nothing
 * when the whole file was ours.
 */
export function removeEntries(text: string, removal: Removal): string | undefined {
  let now = text;
  for (;;) {
    const root = parseJson(now, removal.file);
    const hooks = childOf(root, 'hooks', 'object', removal.file);
    const found = hooks === undefined ? undefined : firstFound(hooks, removal);
    if (hooks === undefined || found === undefined) return now;

    const member = outermost(now, [
      [found.list, found.entry],
      [hooks, found.event],
      [root, hooks.parent],
    ]);
    if (member === undefined || isWholeFile(now, root, member[1])) return undefined;
    now = removeMember(now, ...member);
  }
}

interface Found {
  readonly event: Node;
  readonly list: Node;
  readonly entry: Node;
}

function firstFound(hooks: Node, { harness, file, keeps }: Removal): Found | undefined {
  for (const event of hooks.children ?? []) {
    const name = String(event.children?.[0]?.value);
    const list = event.children?.[1];
    if (list?.type !== 'array') continue; // some harnesses keep a switch beside the lists
    childOf(hooks, name, 'array', file);
    for (const entry of list.children ?? []) {
      const value = valueOf(entry);
      const inGroup = groupMember(entry, harness);
      if (inGroup !== undefined) return { event, ...inGroup };
      if (isOurEntry(value, harness) && !keeps(name, value)) return { event, list, entry };
    }
  }
  return undefined;
}

/** Our hook inside a group of the user's. */
function groupMember(entry: Node, harness: HarnessId): { readonly list: Node; readonly entry: Node } | undefined {
  if (isOurEntry(valueOf(entry), harness)) return undefined;
  const property =
    entry.type === 'object' ? entry.children?.find((one) => one.children?.[0]?.value === 'hooks') : undefined;
  const list = property?.children?.[1];
  const ours = list?.type === 'array' ? list.children?.find((hook) => isOurEntry(valueOf(hook), harness)) : undefined;
  return list === undefined || ours === undefined ? undefined : { list, entry: ours };
}

type Member = readonly [container: Node, member: Node];

/** The highest member that can go: while a container that we made would be left empty, it goes as a whole. */
function outermost(
  text: string,
  levels: readonly (readonly [container: Node, member: Node | undefined])[],
): Member | undefined {
  let chosen: Member | undefined;
  for (const [container, member] of levels) {
    if (member === undefined) break;
    chosen = [container, member];
    if (container.children?.length !== 1 || !isOwnContainer(text, container)) return chosen;
  }
  return undefined; // every level would be left empty: the file is ours
}

/** A file that we made holds the hooks first and then at most the version of its format. */
function isWholeFile(text: string, root: Node, member: Node): boolean {
  if (member.parent !== root || !isOwnContainer(text, root) || root.children?.[0] !== member) return false;
  return root.children.slice(1).every(({ children }) => children?.[0]?.value === 'version' && children[1]?.value === 1);
}
