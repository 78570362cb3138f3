import { experimentOn, type Experiment } from './experiment.ts';
import { fileLies } from './file-lies.ts';
import { jsonLies } from './json-lies.ts';
import { processLies } from './process-lies.ts';
import { statusLies } from './status-lies.ts';
import type { Lie, LyingToolSubject } from './subject.ts';
import { textLies, versionLies } from './text-lies.ts';

/**
 * Every way in which a tool can mislead its adapter, each as one thing to attempt. The first is the truth: were it not
 * believed, the others would prove nothing. It needs a POSIX shell, and no particular test runner.
 *
 * @throws LieBelieved `unusable-subject` where there is nothing to test.
 */
export function lyingToolSuite(subject: LyingToolSubject): readonly Lie[] {
  const experiment = experimentOn(subject);
  return [
    theTruth(experiment),
    ...processLies(experiment),
    ...statusLies(experiment),
    ...versionLies(experiment),
    ...textLies(experiment),
    ...jsonLies(experiment),
    ...fileLies(experiment),
    ...admissions(experiment),
  ];
}

function theTruth({ truth }: Experiment): Lie {
  return {
    title: 'tells the truth (and is believed)',
    attempt: async () => {
      await truth();
    },
  };
}

function admissions({ subject, mustNotBelieve }: Experiment): readonly Lie[] {
  const told = Object.entries(subject.admissions(subject.request));
  return told.map(([title, says]) => ({ title: `admits: ${title}`, attempt: () => mustNotBelieve('kept', { says }) }));
}
