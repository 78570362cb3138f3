import { configFile } from './scanned-project.ts';
import type { Files } from './temporary-repository.ts';

/** A project with an old finding, and what an agent might do with it. */
export interface Sample {
  readonly language: string;
  readonly files: Files;
  /** The tools that look at its code, and what each calls a planted finding of high severity. */
  readonly high: Readonly<Record<string, string>>;
  /** The file with the old finding. */
  readonly old: string;
  /** A clean file of the project, and one that is not there yet. */
  readonly clean: string;
  readonly added: string;
  readonly code: {
    readonly imports: string;
    /** A function with a finding of high severity in its second line, and the same one without it. */
    readonly careless: (name: string) => string;
    readonly careful: (name: string) => string;
    /** The careless line, as a formatter with other habits and one more condition leave it. */
    readonly reindented: (name: string) => string;
    readonly comment: (text: string) => string;
  };
}

const python: Sample['code'] = {
  imports: 'import os\nimport shutil\n',
  careless: (name) => `\n\ndef ${name}(folder):\n    os.system("tar czf backup.tgz " + folder)\n`,
  careful: (name) => `\n\ndef ${name}(folder):\n    shutil.make_archive("backup", "gztar", folder)\n`,
  reindented: (name) =>
    `\n\ndef ${name}(folder):\n  if folder:\n          os.system(\n              'tar czf backup.tgz ' + folder,\n          )\n`,
  comment: (text) => `# ${text}\n`,
};

const javascript: Sample['code'] = {
  imports: "import { exec } from 'node:child_process';\nimport { archive } from './tar.js';\n",
  careless: (name) => `\nexport function ${name}(folder, done) {\n  exec('tar czf backup.tgz ' + folder, done);\n}\n`,
  careful: (name) => `\nexport function ${name}(folder, done) {\n  archive('backup.tgz', folder, done);\n}\n`,
  reindented: (name) =>
    `\nexport function ${name}(folder, done) {\n      if (folder) {\n\t\t\texec(\n\t\t\t\t"tar czf backup.tgz " + folder,\n\t\t\t\tdone,\n\t\t\t)\n      }\n}\n`,
  comment: (text) => `// ${text}\n`,
};

/** In Python both tools look at every file. */
export function pythonSample(project: Files): Sample {
  const old = 'orders/backup.py';
  return {
    language: 'Python',
    files: {
      ...project,
      ...configFile({ scanners: { semgrep: { rules: ['security'] }, bandit: true } }),
      [old]: `${python.imports}${python.careless('pack')}${python.careful('keep')}`,
    },
    high: { semgrep: 'python-shell high', bandit: 'B605 high' },
    old,
    clean: 'orders/tables.py',
    added: 'orders/attic.py',
    code: python,
  };
}

export function javascriptSample(project: Files): Sample {
  const old = 'src/backup.js';
  return {
    language: 'JavaScript',
    files: {
      ...project,
      ...configFile({ scanners: { semgrep: { rules: ['security'] } } }),
      [old]: `${javascript.imports}${javascript.careless('pack')}${javascript.careful('keep')}`,
    },
    high: { semgrep: 'node-shell high' },
    old,
    clean: 'src/validate.js',
    added: 'src/attic.js',
    code: javascript,
  };
}

/** What the sample's files say; each edit starts from here. */
export function textIn({ files }: Sample, path: string): string {
  return String(files[path]);
}

/** The places of every careless line in a file. */
export function carelessPlaces(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, at) => (line.includes('tar czf') ? [`${file}:${at + 1}`] : []));
}

/** A file with several functions in it. */
export function fileOf({ code }: Sample, ...functions: readonly string[]): string {
  return [code.imports, ...functions].join('');
}
