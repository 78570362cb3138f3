import type { Tree } from '@nx/devkit';
import { applyEdits, modify, parse } from 'jsonc-parser';

export const PLUGIN = '@pawl/nx/plugin';

/**
 * Adds the plugin to `nx.json`, before all others: a plugin that knows the root as a project of its own then has the last word about its name. Edited as text,
 * so that comments stay.
 */
export function registerPlugin(tree: Tree): void {
  const text = tree.read('nx.json', 'utf8') ?? '{}\n';
  const { plugins = [] } = parse(text) as { readonly plugins?: readonly unknown[] };
  if (plugins.map(nameOf).some((name) => name === PLUGIN || name === '@pawl/nx')) return;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const first = plugins.length > 0;
  const edits = modify(text, first ? ['plugins', 0] : ['plugins'], first ? PLUGIN : [PLUGIN], {
    formattingOptions,
    isArrayInsertion: first,
  });
  tree.write('nx.json', applyEdits(text, edits));
}

function nameOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'plugin' in entry ? entry.plugin : entry;
}
