import { markup, type Markup } from './markup.ts';
import type { ReportBlind, ReportData } from './report-data.ts';
import { few, tableMarkup } from './section.ts';
import { count, counted, couldNotTell, labelText, nameText } from './words.ts';

const MOST_FILES = 100;

/** What nobody could examine, by reason: a change there cannot be judged. */
export function coverageMarkup(coverage: ReportData['coverage']): Markup {
  if (coverage === null) return couldNotTell('what was examined');
  const { checkpoint, examined, notExamined } = coverage;
  const at = checkpoint === null ? 'At the lock' : `At checkpoint ${checkpoint},`;
  const files = new Set(notExamined.map(({ path }) => path)).size;
  const intro = markup`<p>${at} ${counted(examined, 'file was', 'files were')} examined and ${count(files)} not.</p>`;
  if (files === 0) return markup`${intro}<p class="none">Nothing that was to be examined was left out.</p>`;
  const { shown, rest } = few(notExamined, MOST_FILES);
  return markup`${intro}<p>A change in these cannot be judged:</p>
${tableMarkup({ caption: 'Files that were not examined', heads: ['File', 'Why', 'By'], rows: shown.map(rowOf) })}${
    rest === 0 ? null : markup`<p class="soft">and ${count(rest)} more</p>`
  }`;
}

function rowOf({ path, why, by, language }: ReportBlind): readonly (Markup | string)[] {
  return [
    nameText(path),
    why,
    markup`${labelText(by)}${language === null ? null : markup` <span class="soft">${labelText(language)}</span>`}`,
  ];
}
