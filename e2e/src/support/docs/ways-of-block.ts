import { type CodeBlock, outputBelow } from '../code-blocks.ts';
import { configReader } from './config-readers.ts';
import type { DocPage } from './doc-pages.ts';
import { OWN_SPECS } from './own-specs.ts';

/** How a block is tested, or why it need not be. */
export type Way = 'fragment' | 'picture' | 'difference' | 'example' | 'generated' | 'own spec' | 'run' | 'config';

const CONFIGS: readonly string[] = ['json', 'jsonc', 'yaml', 'toml', 'ini'];
export const LANGUAGES: readonly string[] = ['sh', 'console', 'ts', 'js', 'text', 'diff', 'mermaid', ...CONFIGS];

/** Every way that takes a block. One that none takes is not tested; one that two take is tested twice. */
export function waysOf(page: DocPage, block: CodeBlock): readonly Way[] {
  const { language, rest } = block;
  if (rest === 'fragment') return ['fragment'];
  if (rest !== '') return [];
  if (language === 'mermaid') return ['picture'];
  if (language === 'diff') return ['difference'];
  // `e2e/src/docs-site.spec.ts` holds these pages against what the program declares.
  if (page.path.startsWith('docs/reference/')) return ['generated'];
  const isExample = isPackageExample(page, block);
  const isConfig = CONFIGS.includes(language) && configReader(block) !== undefined;
  const isOwn = OWN_SPECS.some(({ page: path, headings }) => path === page.path && headings.includes(block.heading));
  const ways: readonly (readonly [Way, boolean])[] = [
    ['example', isExample],
    ['own spec', isOwn && !isConfig],
    ['run', !isExample && !isOwn && isCommandOrOutput(page, block)],
    ['config', isConfig],
  ];
  return ways.flatMap(([way, takes]) => (takes ? [way] : []));
}

/** Whether `docs-commands.spec.ts` has something to do for a page. */
export function isRun(page: DocPage): boolean {
  return page.blocks.some((block) => waysOf(page, block).includes('run'));
}

/** The shell block whose output this one shows. */
export function commandAbove(page: DocPage, block: CodeBlock): CodeBlock | undefined {
  return page.blocks.find((above) => outputBelow(page.text, above)?.line === block.line);
}

function isPackageExample(page: DocPage, block: CodeBlock): boolean {
  const isExample = ({ language, rest }: CodeBlock): boolean => rest === '' && ['ts', 'js', 'sh'].includes(language);
  if (!page.path.startsWith('packages/')) return false;
  const above = block.language === 'text' ? commandAbove(page, block) : block;
  return above !== undefined && isExample(above);
}

function isCommandOrOutput(page: DocPage, block: CodeBlock): boolean {
  const command = block.language === 'text' ? commandAbove(page, block) : block;
  return command !== undefined && command.rest === '' && ['sh', 'console'].includes(command.language);
}
