// @ts-check
/** @typedef {import('./summary.mjs').Summary} Summary */

const HEAD = ['case', 'bare commit', 'through the hook', 'added', 'peak memory'];

/** A table in Markdown, in milliseconds: median (min to max).
 * @param {readonly import('./measure.mjs').Measured[]} measured */
export function tableOf(measured) {
  const rows = measured.map(({ name, bare, hook, added, peakMegabytes }) => [
    name,
    cell(bare),
    cell(hook),
    cell(added),
    `${Math.round(peakMegabytes)} MB`,
  ]);
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n\n${notes(measured).join('\n')}\n`;
}

/** @param {readonly import('./measure.mjs').Measured[]} measured */
function notes(measured) {
  const [small, big] = ['3 files', '3 files, big repository'].map((name) =>
    measured.find((each) => each.name === name),
  );
  return [
    'Milliseconds: median (min to max). "added" is the difference of each pair of commits of the same change.',
    ...(small && big
      ? [
          `Big to small, 3 files: ${(big.added.median / small.added.median).toFixed(2)} (added), ${(big.hook.median / small.hook.median).toFixed(2)} (whole commit).`,
        ]
      : []),
    ...new Set(measured.map(({ peakMeasuredBy }) => `Peak memory of the hook's process by ${peakMeasuredBy}.`)),
  ];
}

/** @param {Summary} summary */
function cell({ median, min, max }) {
  return `${Math.round(median)} (${Math.round(min)} to ${Math.round(max)})`;
}
