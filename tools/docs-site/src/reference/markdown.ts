/** Text that somebody wrote for another place, as it stands in Markdown: nothing in it becomes a mark, a link or HTML. */
export function prose(text: string): string {
  const parts = text.replaceAll(/\s+/gu, ' ').split(/(`[^`]*`)/u);
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll(/[\\*<[\]]/gu, '\\$&') : part)).join('');
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A table; nothing where it would have no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** A page of its parts; what is empty leaves no trace. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A heading with what stands below it, or nothing at all. */
export function section(heading: string, ...parts: readonly string[]): string {
  const body = parts.filter((part) => part !== '');
  return body.length === 0 ? '' : [heading, ...body].join('\n\n');
}
