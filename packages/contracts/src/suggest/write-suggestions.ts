import type { Suggestion } from './suggestion.ts';

/** Where npm, pnpm and yarn put the schema in a project that depends on Pawl. */
const INSTALLED_SCHEMA = './node_modules/pawl/dist/schema/pawl.contracts.schema.json';

/** Suggestions as a contracts file that is ready to be kept: each with what speaks for it, and at the end what almost holds. */
export function writeSuggestions(suggestions: readonly Suggestion[], schema: string = INSTALLED_SCHEMA): string {
  const proposed = suggestions.filter(({ proposed: isProposed }) => isProposed);
  const almost = suggestions.filter(({ proposed: isProposed }) => !isProposed);
  return [
    '{',
    `  "$schema": ${JSON.stringify(schema)},`,
    '  // What this project already does everywhere. Keep what is meant, delete what is chance, then run: pawl lock',
    '  "contracts": [',
    ...proposed.flatMap(written),
    ...(almost.length === 0 ? [] : ['    // Almost everywhere, so not proposed:']),
    ...almost.map(({ evidence }) => `    //   ${oneLine(evidence)}`),
    '  ]',
    '}',
    '',
  ].join('\n');
}

function written({ id, evidence, contract }: Suggestion): readonly string[] {
  const json = JSON.stringify({ id, ...contract }, undefined, 2).split('\n');
  return [
    `    // ${oneLine(evidence)}`,
    ...json.map((line, index) => `    ${line}${index === json.length - 1 ? ',' : ''}`),
  ];
}

/** A path may hold anything but a line's end inside a comment. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
