/** Parts of a log for specs. */
export type Part = Readonly<Record<string, unknown>>;

export const driver: Part = { name: 'toy', semanticVersion: '1.4.2' };

export function resultAt(uri: string, startLine = 1, more: Part = {}): Part {
  const physicalLocation = { artifactLocation: { uri }, region: { startLine } };
  return { ruleId: 'T1', message: { text: 'a toy' }, locations: [{ physicalLocation }], ...more };
}

export function runOf(parts: Part = {}): Part {
  return { tool: { driver }, results: [], ...parts };
}

export function logOf(...runs: readonly Part[]): string {
  return JSON.stringify({ version: '2.1.0', runs });
}

export function notified(...toolExecutionNotifications: readonly Part[]): Part {
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications }] };
}

export function targets(...files: readonly string[]): Part {
  return { artifacts: files.map((uri) => ({ location: { uri }, roles: ['analysisTarget'] })) };
}
