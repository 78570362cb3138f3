// @ts-check

/** @typedef {import('./judge.mjs').Judged} Judged */

/** Stops by kind, language and tool, and how many files the gate could not read. @param {readonly Judged[]} judged */
export function table(judged) {
  /** @type {Map<string, Judged[]>} */
  const rows = new Map();
  for (const each of judged) {
    const key = [each.case.set, each.case.language, each.case.kind, each.case.tool].join('\t');
    rows.set(key, [...(rows.get(key) ?? []), each]);
  }
  const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, list]) => line(key.split('\t'), list));
  return [line(['set', 'language', 'kind', 'tool']), ...lines].join('\n');
}

/** @param {readonly string[]} names @param {readonly Judged[]} [list] */
function line([set = '', language = '', kind = '', tool = ''], list) {
  const name = `${set.padEnd(9)}${language.padEnd(12)}${kind.padEnd(28)}${tool.padEnd(18)}`;
  if (!list) return `${name}${'cases'.padStart(6)}${'stopped'.padStart(9)}${'unread'.padStart(8)}`;
  const stopped = list.filter((each) => each.stopped).length;
  const unread = list.filter((each) => !each.examined).length;
  return `${name}${String(list.length).padStart(6)}${String(stopped).padStart(9)}${String(unread || '').padStart(8)}`;
}

/** @param {readonly Judged[]} judged @param {'rewrite' | 'removal'} set */
export function share(judged, set) {
  const own = judged.filter((each) => each.case.set === set);
  const stopped = own.filter((each) => each.stopped).length;
  return { count: own.length, stopped, percent: own.length === 0 ? undefined : (100 * stopped) / own.length };
}
