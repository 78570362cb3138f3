import { describe, expect, it } from 'vitest';
import { carelessPlaces, fileOf, javascriptSample, pythonSample, type Sample, textIn } from './support/planted.ts';
import { describeWithScanners } from './support/real-scanners.ts';
import {
  expectClean,
  expectStopped,
  judge,
  type Judged,
  projectFiles,
  sharedScannedProject,
} from './support/scanned-project.ts';
import { logFile, logOf, resultOf } from './support/sarif-log.ts';

const SAMPLES = [pythonSample(await projectFiles('orders')), javascriptSample(await projectFiles('notes'))];

/** Stopped, and each tool tells these places as new and no others. */
function expectStoppedAt(judged: Judged, { high }: Sample, places: readonly string[]): void {
  expect({ status: judged.status, outcome: judged.outcome }).toEqual({ status: 1, outcome: 'regression' });
  for (const [tool, rule] of Object.entries(high))
    expect(judged.found(tool), tool).toEqual(places.map((place) => `${place} ${rule}`));
}

describeWithScanners('when real scanners judge a real project', () => {
  describe.each(SAMPLES)('in $language', (sample) => {
    const shared = sharedScannedProject(sample.files);
    const { old, clean, added, code } = sample;

    it('stops a planted finding of high severity', async () => {
      const text = textIn(sample, clean) + code.careless('backup');
      const judged = await judge(shared(), { [clean]: text });
      expectStoppedAt(judged, sample, carelessPlaces(clean, text));
    });

    it('passes the old finding in another file', async () => {
      expectClean(
        await judge(shared(), {
          [old]: fileOf(sample, code.careful('keep')),
          [added]: fileOf(sample, code.careless('pack')),
        }),
      );
    });

    it('passes the old finding re-indented', async () => {
      expectClean(await judge(shared(), { [old]: fileOf(sample, code.reindented('pack'), code.careful('keep')) }));
    });

    it('passes the old finding 200 lines further down', async () => {
      expectClean(await judge(shared(), { [old]: code.comment('moved down').repeat(200) + textIn(sample, old) }));
    });

    it('stops at one fixed and one added by the same rule in the same file (E12)', async () => {
      const swapped = fileOf(sample, code.careful('pack'), code.careless('keep'));
      const judged = await judge(shared(), { [old]: swapped });
      expectStoppedAt(judged, sample, carelessPlaces(old, swapped));
    });

    it('counts ten copies of the old finding as ten', async () => {
      const text = textIn(sample, old);
      const line = text.split('\n').find((each) => each.includes('tar czf')) as string;
      const judged = await judge(shared(), { [old]: text.replace(line, () => Array(11).fill(line).join('\n')) });
      expectStopped(judged);
      for (const tool of Object.keys(sample.high)) expect(judged.found(tool), tool).toHaveLength(10);
    });

    it('judges a rename with an edit once (E12)', async () => {
      const text = textIn(sample, old);
      expectClean(await judge(shared(), { [old]: null, [added]: code.comment('kept for a while') + text }));
      const more = text + code.careless('more');
      const judged = await judge(shared(), { [added]: more });
      expectStoppedAt(judged, sample, carelessPlaces(added, more).slice(1));
      expect(judged.reasons.map(({ kind }) => kind)).not.toContain('lost-coverage');
    });
  });

  describe('and a severity is raised', () => {
    const [python] = SAMPLES as [Sample];
    const text = `import subprocess\n\n\ndef show(name):\n    return subprocess.call("ls", shell=True)\n`;
    const shared = sharedScannedProject({ ...python.files, 'orders/show.py': text });

    it('stops where Bandit called it low and calls it high', async () => {
      const judged = await judge(shared(), { 'orders/show.py': text.replace('"ls"', 'name') });
      expectStopped(judged);
      expect(judged.found('bandit')).toEqual(['orders/show.py:5 B602 high']);
    });

    it('stops where a log called the very same finding a note and calls it an error', async () => {
      const question = async (side: string, level: string): Promise<readonly string[]> => {
        return [side, await logFile(shared(), logOf([resultOf('open-port', { level })]))];
      };
      const raised = [...(await question('--base-sarif', 'note')), ...(await question('--sarif', 'error'))];
      const judged = await judge(shared(), {}, '--base', 'HEAD', '--head', 'HEAD', ...raised);
      expectStopped(judged);
      expect(judged.reasons.map(({ kind }) => kind)).toEqual(['worsened-finding', 'severity-total']);
    });
  });
});
