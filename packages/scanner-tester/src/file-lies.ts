import type { ScanRequest, SourceFile } from '@pawl/scanner';
import type { Experiment } from './experiment.ts';
import type { Lie } from './subject.ts';

/** Results about other files than those that were asked about. */
export function fileLies(experiment: Experiment): readonly Lie[] {
  const { subject } = experiment;
  const [first, ...rest] = subject.request.files as readonly [SourceFile, ...SourceFile[]];
  const instead = (title: string, file: string): Lie =>
    telling(experiment, `reports on ${title} instead of a file of the request`, {
      files: [{ ...first, file }, ...rest],
    });
  const extension = /\.[^./]*$/u.exec(first.file)?.[0] ?? '';
  return [
    instead('a file that nobody asked about', `not-asked${extension}`),
    instead('a file outside the folder', `../../outside${extension}`),
    instead('a file elsewhere on the disk', `/etc/elsewhere${extension}`),
    instead('a file on a drive', `C:\\elsewhere${extension}`),
    instead('the same name in other letter case', otherCase(first.file)),
    instead('a name with a line end and an escape sequence', `\n::error::\u001b[2J${first.file}`),
    instead('a name with a NUL', `${first.file}\0${extension}`),
    telling(experiment, 'reports on a file beside those of the request', {
      files: [first, ...rest, { ...first, file: `../beside${extension}` }],
    }),
    ofAnotherFolder(experiment),
    ...(subject.namesScanned ? omissions(experiment) : []),
  ];
}

function omissions(experiment: Experiment): readonly Lie[] {
  const { files } = experiment.subject.request;
  return [
    telling(experiment, 'leaves the first file out', { files: files.slice(1) }),
    telling(experiment, 'leaves the last file out', { files: files.slice(0, -1) }),
    telling(experiment, 'scans 0 files', { files: [] }),
  ];
}

/** The tool is honest about another request. */
function telling({ subject, mustNotBelieve }: Experiment, title: string, request: ScanRequest): Lie {
  return { title, attempt: async () => mustNotBelieve('kept', { says: subject.honest(request) }) };
}

function ofAnotherFolder({ honest, mustNotBelieve }: Experiment): Lie {
  const result = honest.result.replaceAll('{files}', '/tmp/pawl-earlier/files');
  return {
    title: 'gives the result of an earlier run',
    attempt: () => mustNotBelieve('kept', { says: { ...honest, result } }),
  };
}

function otherCase(file: string): string {
  return file === file.toUpperCase() ? file.toLowerCase() : file.toUpperCase();
}
