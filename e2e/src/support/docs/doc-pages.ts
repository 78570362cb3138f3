import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, codeBlocks } from '../code-blocks.ts';
import { WORKSPACE } from '../workspace.ts';

export interface DocPage {
  /** From the top of the workspace. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
}

/** What people read here. A new page is among them without a word. */
const PAGES = /^(?:[^/]+|(?:docs|examples|templates)\/.*|(?:packages|tools)\/[^/]+\/README)\.md$/u;
const NO_PAGES = /(?:^|\/)(?:node_modules|dist|\.[^/]*)(?:\/|$)|\/api\.md$/u;

/** Every page of the documentation, by path. */
export function docPages(): readonly DocPage[] {
  const folders = ['docs', 'examples', 'templates', 'packages', 'tools'].flatMap((folder) => markdownBelow(folder));
  const top = readdirSync(WORKSPACE).filter((name) => name.endsWith('.md'));
  const paths = [...top, ...folders].filter((path) => PAGES.test(path)).sort();
  return paths.map((path) => {
    const text = readFileSync(join(WORKSPACE, path), 'utf8');
    return { path, text, blocks: codeBlocks(text) };
  });
}

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(join(WORKSPACE, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (NO_PAGES.test(path)) return [];
    if (entry.isDirectory()) return /^(?:packages|tools)\/[^/]+\//u.test(path) ? [] : markdownBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
