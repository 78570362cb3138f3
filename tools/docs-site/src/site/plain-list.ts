import type { Page } from '../page/read-page.ts';
import { addressOf } from './address.ts';
import { inOrder, type Section } from './navigation.ts';

/** Every page in one line, for programs that read: https://llmstxt.org. */
export function plainList(pages: readonly Page[], sections: readonly Section[]): string {
  const leads = new Map(pages.map(({ path, lead }) => [addressOf(path), lead]));
  const front = pages.find(({ path }) => path === 'README.md');
  const lists = sections.map(({ title, entries }) => {
    const lines = inOrder([{ title, entries }]).map((entry) => {
      const lead = leads.get(entry.address);
      return `- [${entry.title}](${entry.address})${lead ? `: ${lead}` : ''}`;
    });
    return `## ${title}\n\n${lines.join('\n')}\n`;
  });
  return `# Pawl\n\n> ${front?.lead ?? ''}\n\n${lists.join('\n')}`;
}
