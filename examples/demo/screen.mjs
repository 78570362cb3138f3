import { stdout } from 'node:process';

const colour = stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const [bold, dim, red, green, cyan] = [1, 2, 31, 32, 36].map(paint);

export function heading(text, say) {
  say();
  say(bold(text));
}

/** Two boxes beside each other, or below each other where the terminal is narrow. */
export function sideBySide(left, right) {
  const width = Math.max(40, Math.min(stdout.columns ?? 120, 160));
  const half = Math.floor((width - 3) / 2);
  if (half < 48) return [...box(left, width), '', ...box(right, width)].join('\n');
  const narrow = Math.min(half, 50);
  const [a, b] = [box(left, narrow), box(right, width - narrow - 2)];
  return Array.from(
    { length: Math.max(a.length, b.length) },
    (_, row) => `${a[row] ?? ' '.repeat(narrow)}  ${b[row] ?? ''}`,
  ).join('\n');
}

function box({ title, text }, width) {
  const inner = width - 4;
  const lines = text.split('\n').flatMap((line) => wrap(line, inner));
  return [
    `┌─ ${title} ${'─'.repeat(Math.max(0, width - title.length - 5))}┐`,
    ...lines.map((line) => `│ ${line.padEnd(inner)} │`),
    `└${'─'.repeat(width - 2)}┘`,
  ];
}

function wrap(line, width) {
  const rows = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const cut = space > width / 3 ? space : width;
    rows.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...rows, rest];
}
