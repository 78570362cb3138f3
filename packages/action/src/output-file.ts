import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';

/** Adds to the file that GITHUB_OUTPUT names: a text cannot end its own block, because nobody knows the delimiter before. */
export async function writeOutputs(file: string | undefined, outputs: Readonly<Record<string, string>>): Promise<void> {
  if (file === undefined || file === '') return;
  await appendFile(file, outputsText(outputs, randomUUID()));
}

export function outputsText(outputs: Readonly<Record<string, string>>, random: string): string {
  const delimiter = `pawl_${random}`;
  return Object.entries(outputs)
    .map(([name, value]) => {
      if (value.includes(delimiter)) throw new Error(`the output ${name} holds its own delimiter`);
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join('');
}
