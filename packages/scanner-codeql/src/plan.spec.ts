import type { Command, SourceFile } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { codeqlAdapter } from './codeql-adapter.ts';
import { pinOf } from './codeql-says.fixture.ts';
import type { CodeqlSettings } from './settings.ts';

const source = (file: string): SourceFile => ({ file, blob: 'b', text: '' });

function argvOf(settings: CodeqlSettings, ...files: readonly string[]): readonly string[] {
  const scanner = codeqlAdapter.open(settings, pinOf(settings));
  const { steps } = scanner.plan({ files: files.map(source) }) as Command;
  expect(steps.map(({ okStatus }) => okStatus)).toEqual(steps.map(() => [0]));
  return steps.map(({ argv }) => argv.join(' '));
}

describe('when a scan is planned', () => {
  it('it is the documented command line, with nothing in it from the judged tree', () => {
    expect(argvOf({ languages: ['python', 'javascript'] }, 'a.py', 'b.ts', '.github/codeql/codeql-config.yml')).toEqual(
      [
        'codeql version --format=json',
        'codeql resolve queries --format=json -- codeql/javascript-queries:codeql-suites/javascript-code-scanning.qls codeql/python-queries:codeql-suites/python-code-scanning.qls',
        'codeql database create --language=javascript --source-root={files} --build-mode=none --threads=0 --ram=6144 -- {out}/javascript.database',
        'codeql database analyze --output={out}/javascript.sarif --sarif-category=pawl/javascript/ --format=sarifv2.1.0 --no-download --no-database-extension-packs --no-database-threat-models --threads=0 --ram=6144 -- {out}/javascript.database codeql/javascript-queries:codeql-suites/javascript-code-scanning.qls',
        'codeql database create --language=python --source-root={files} --build-mode=none --threads=0 --ram=6144 -- {out}/python.database',
        'codeql database analyze --output={out}/python.sarif --sarif-category=pawl/python/ --format=sarifv2.1.0 --no-download --no-database-extension-packs --no-database-threat-models --threads=0 --ram=6144 -- {out}/python.database codeql/python-queries:codeql-suites/python-code-scanning.qls',
        'codeql github merge-results --sarif={out}/javascript.sarif --sarif={out}/python.sarif --output={out}/result.sarif',
      ],
    );
  });

  it('C03 no configuration of the judged tree is asked for, and its model packs are left out', () => {
    const planned = argvOf({ languages: ['python'] }, 'a.py', '.github/codeql/codeql-config.yml').join('\n');
    expect(planned).not.toMatch(/codescanning-config|search-path|additional-packs|model-packs|--command|autobuild/u);
    expect(planned).toMatch(/--no-database-extension-packs --no-database-threat-models/u);
  });

  it.each<[string, CodeqlSettings, string]>([
    [
      'a standard suite',
      { languages: ['java'], suite: 'security-extended' },
      'codeql/java-queries:codeql-suites/java-security-extended.qls',
    ],
    ['a pack', { languages: ['java'], suite: 'acme/{language}-rules@1.2.3' }, 'acme/java-rules@1.2.3'],
    [
      'queries of a pack',
      { languages: ['java'], suite: 'acme/rules@1.2.3:suites/{language}.qls' },
      'acme/rules@1.2.3:suites/java.qls',
    ],
  ])('it takes %s', (_, settings, expected) => {
    expect(argvOf(settings, 'A.java').filter((argv) => argv.endsWith(` ${expected}`))).toHaveLength(2);
  });

  it.each(['', 'Security', '../queries', '/etc/queries.qls', './q.ql', '-x', 'a/b c', 'path:/x', 'a/b@1:/abs path'])(
    'it refuses the suite %j',
    (suite) => {
      expect(() => pinOf({ languages: ['java'], suite })).toThrow(expect.objectContaining({ code: 'rules-missing' }));
    },
  );
});

describe('when languages are chosen', () => {
  const owed = (languages: readonly string[], ...files: readonly string[]): readonly string[] =>
    files.filter((file) => codeqlAdapter.open({ languages }, pinOf({ languages })).owes(file));

  it('it is owed the files that CodeQL reads for them without a build', () => {
    expect(owed(['javascript'], 'a.js', 'B.TSX', 'c.vue', 'd.py', 'e.json', 'js')).toEqual(['a.js', 'B.TSX', 'c.vue']);
    expect(owed(['java', 'csharp'], 'A.java', 'B.kt', 'C.cs', 'D.jar')).toEqual(['A.java', 'C.cs']);
  });

  it.each([[[]], [['go']], [['cpp', 'python']], [['constructor']], [['__proto__']], [['Python']]])(
    'it refuses %j',
    (languages) => {
      expect(() => codeqlAdapter.open({ languages }, { version: '1', rulesDigest: '', rules: [] })).toThrow(
        expect.objectContaining({ name: 'AdapterError', code: 'rules-missing' }),
      );
    },
  );
});
