// @ts-check
/** @typedef {import('./summary.mjs').Summary} Summary */

const HEAD = ['change', 'what ran', 'seconds', 'of Semgrep', 'processor seconds', 'of Semgrep', 'peak memory'];

/** A table in Markdown, in seconds: median (min to max), and each median over that of Semgrep.
 * @param {readonly import('./compare.mjs').Compared[]} compared */
export function comparisonTable(compared) {
  const rows = compared.flatMap(({ name, measured }) => {
    const semgrep = measured.find((each) => each.name.startsWith('semgrep'));
    if (semgrep === undefined) throw new Error('Semgrep did not run');
    return measured.map((each) => [
      name,
      each.name,
      cell(each.wall),
      (each.wall.median / semgrep.wall.median).toFixed(2),
      cell(each.cpu),
      (each.cpu.median / semgrep.cpu.median).toFixed(2),
      `${Math.round(each.peakMegabytes)} MB`,
    ]);
  });
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n\nMedian (min to max) of ${compared[0]?.runs ?? 0} runs in turns; wanted: at most 0.60, and 0.10 for the second check.\n`;
}

/** @param {Summary} summary */
function cell({ median, min, max }) {
  return `${seconds(median)} (${seconds(min)} to ${seconds(max)})`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
