import { dirname } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { pathWithoutWorkspace } from './support/clean-env.ts';
import { type ActionRan, type OnGithub, onGithub } from './support/on-github.ts';
import { describeWithScanners, installScanners, programOf } from './support/real-scanners.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { configFile } from './support/scanned-project.ts';

const ARCHIVE_PY = 'import shutil\n\n\ndef pack(folder):\n    return shutil.make_archive("backup", "gztar", folder)\n';
const CARELESS_PY = 'import os\n\n\ndef pack(folder):\n    return os.system("tar czf backup.tgz " + folder)\n';
const CAREFUL_PY = ARCHIVE_PY.replace('gztar', 'zip');

describeWithScanners('when the lock has scanners of its own', () => {
  const atTheEnd = removedAfterAll();
  let github: OnGithub;
  let main: string;

  beforeAll(async () => {
    const files = { 'archive.py': ARCHIVE_PY, ...configFile({ scanners: { bandit: true, python: false } }) };
    github = await onGithub(files, atTheEnd, ({ root }) => installScanners(root));
    main = await github.work.git('rev-parse', 'main');
  });

  async function judged(text: string, inputs: Readonly<Record<string, string>>): Promise<ActionRan> {
    const head = await github.push('agent/scanned', { 'archive.py': text });
    const event = { name: 'push', branch: 'agent/scanned', head, base: main } as const;
    return github.run(event, { with: inputs, env: { PATH: pathWithoutWorkspace() } });
  }

  it('they are found in the folder that the workflow names', async () => {
    const scanners = dirname(programOf('bandit'));
    expect(await judged(CAREFUL_PY, { scanners })).toMatchObject({ status: 0, outputs: { outcome: 'clean' } });
    expect(await judged(CARELESS_PY, { scanners })).toMatchObject({ status: 1, outputs: { outcome: 'stopped' } });
  });

  it('S07 where they are missing it could not tell, and says so', async () => {
    const ran = await judged(CAREFUL_PY, {});
    expect(ran).toMatchObject({ status: 2, outputs: { outcome: 'inconclusive', case: '' } });
    expect(ran.stdout).toContain('could not tell');
  });
});
