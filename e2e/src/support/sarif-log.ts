import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestRepository } from './temporary-repository.ts';

/** A log of one run by a tool that nobody knows. */
export function logOf(results: unknown, more: object = {}): string {
  const tool = { driver: { name: 'toy', version: '1.0.0' } };
  return JSON.stringify({ version: '2.1.0', runs: [{ tool, results, ...more }] });
}

/** A result in the first line of a file that every project has. */
export function resultOf(ruleId: string, said: object = {}): object {
  const physicalLocation = { artifactLocation: { uri: 'pawl.config.jsonc' }, region: { startLine: 1 } };
  return { ruleId, level: 'error', message: { text: ruleId }, locations: [{ physicalLocation }], ...said };
}

/** Writes a log beside the repository. */
export async function logFile({ root }: Pick<TestRepository, 'root'>, text: string): Promise<string> {
  const file = join(await mkdtemp(join(root, 'log-')), 'log.sarif');
  await writeFile(file, text);
  return file;
}
