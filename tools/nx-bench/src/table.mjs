// @ts-check

/** @typedef {import('./measure.mjs').Measured} Measured */

/** @param {{ projects: number, files: number, runs: number, daemon: boolean, locked: Readonly<Record<string, number>>, measured: readonly Measured[] }} result */
export function tableOf({ projects, files, runs, daemon, locked, measured }) {
  const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
  const rows = measured.flatMap(({ name, affected, rows: each }) =>
    each.map(({ target, wall, cpu, wallRatio, cpuRatio }) => {
      const cells = [name, affected, target, seconds(wall), wallRatio.toFixed(2), seconds(cpu), cpuRatio.toFixed(2)];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [
    `${projects} projects of ${files} files, medians of ${runs} paired runs, ${daemon ? 'with' : 'without'} the daemon.`,
    `Locked: ${Object.entries(locked)
      .map(([step, milliseconds]) => `${step} ${seconds(milliseconds)}`)
      .join(', ')}.`,
    '',
    '| one file of | tasks | target | time | `security` to it | processors | `security` to it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
