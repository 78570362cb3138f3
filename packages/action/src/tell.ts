import { appendFile } from 'node:fs/promises';
import type { Environment } from './inputs.ts';
import { writeOutputs } from './output-file.ts';
import type { OutputName, Told } from './told.ts';

/** Every output is set, so that no later step takes one of another attempt for ours. */
const EMPTY: Readonly<Record<OutputName, string>> = {
  outcome: '',
  'exit-status': '',
  case: '',
  refusal: '',
  'verdict-digest': '',
  head: '',
  base: '',
  loop: '',
  tier: '',
  assurance: '',
  sarif: '',
  sealed: '',
};

/** Says it in the log, the outputs and the job summary. */
export async function tell(
  { log, annotations, outputs, summary }: Told,
  env: Environment,
  out: (text: string) => void,
): Promise<void> {
  out(`${log}${annotations}`);
  await writeOutputs(env['GITHUB_OUTPUT'], { ...EMPTY, ...outputs });
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') await appendFile(file, summary);
}
