/** Parts of a log for specs. Values are `unknown`, because most specs are about values that do not belong there. */
export type Part = Readonly<Record<string, unknown>>;

export const artifact = (location: Part): Part => ({ physicalLocation: { artifactLocation: location } });

export const result: Part = {
  ruleId: 'R1',
  message: { text: 'eval of input' },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 3 } } }],
};

export const driver: Part = { name: 'probe', version: '1.2' };

export const run: Part = { tool: { driver }, results: [result] };

export function logOf(...runs: readonly Part[]): string {
  return JSON.stringify({ version: '2.1.0', runs });
}

/** A log of one run with one result, each with the given members put in; `undefined` takes one out. */
export function logWith(parts: { readonly run?: Part; readonly result?: Part; readonly rule?: Part }): string {
  const tool = parts.rule ? { driver: { ...driver, rules: [{ id: 'R1', ...parts.rule }] } } : { driver };
  return logOf({ tool, results: [{ ...result, ...parts.result }], ...parts.run });
}
