import { columnsOf, cut, type Paint, padded, visible, wrap } from '@pawl/report';
import type { Question } from '../init-questions.ts';

/** A question as it stands on the screen; the cursor is behind it. What Enter says is in brackets. */
export function questionText(question: Question, { bold, dim }: Paint, columns: number): string {
  if (!('options' in question)) {
    const [last = '', ...before] = wrap(
      `${question.text} ${question.enter ? '[Y/n]' : '[y/N]'}`,
      columns - 1,
    ).toReversed();
    return `${[...before.toReversed(), last].map(bold).join('\n')} `;
  }
  const { options } = question;
  const widest = Math.max(...options.map(({ name }) => columnsOf(visible(name))));
  const rows = options.map(({ name, says }, at) => {
    const row = `  ${at + 1}  ${padded(visible(name), widest)}`;
    return says === ''
      ? cut(row.trimEnd(), columns)
      : `${cut(row, columns)}  ${dim(cut(visible(says), Math.max(20, columns - widest - 7)))}`;
  });
  return [...wrap(question.text, columns).map(bold), ...rows, promptOf(question, columns)].join('\n');
}

function promptOf(question: Extract<Question, { readonly options: unknown }>, columns: number): string {
  const how = question.about === 'target' ? 'Number or name' : 'Numbers or names, all or none';
  const enter = typeof question.enter === 'string' ? question.enter : question.enter.join(' ') || 'none';
  return `${how} ${cut(`[${visible(enter)}`, Math.max(10, columns - columnsOf(how) - 4))}] `;
}

/** The last one, below what would be written. */
export const SHALL_IT: Question = { about: 'write', text: 'Write this?', enter: true };

/** Told where an answer is none; then the question comes again. */
export const NO_ANSWER = 'That is none of these.\n';
