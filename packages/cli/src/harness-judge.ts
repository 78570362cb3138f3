// The thread in which the end of an agent's turn is judged, so that the one that answers can look at the clock meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { type Checked, harnessJudgement } from '@pawl/checkpoint';
import { faultOutcome, harnessOutcome } from './harness-outcome.ts';
import { processIo } from './io.ts';
import { tellPeople } from './tell-people.ts';

const io = processIo();
const context = { ...io.context, grammars: new URL('./grammars/', import.meta.url) };

async function judge(): Promise<Checked | undefined> {
  try {
    const checked = await harnessJudgement(workerData as readonly string[], context);
    parentPort?.postMessage(harnessOutcome(checked));
    return checked;
  } catch (error) {
    parentPort?.postMessage(faultOutcome(error));
    return undefined;
  }
}

const checked = await judge();
if (checked !== undefined) await tellPeople([checked], { context });
