import { describe, expect, it } from 'vitest';
import { languageNamed, languagesOf, readableName } from './languages.ts';
import { describeWithSemgrep, realScanner, scanWith } from './real-semgrep.fixture.ts';

describe('when a file is known by its name', () => {
  it.each([
    ['a.py', 'a.py', ['python', 'python2', 'python3']],
    ['src/A.PY', 'src/A.PY.py', ['python', 'python2', 'python3']],
    ['a.mts', 'a.mts.ts', ['js', 'ts']],
    ['a.min.js', 'a.min.js.js', ['js']],
    ['lib/x.d.ts', 'lib/x.d.ts.ts', ['js', 'ts']],
    ['a.h', 'a.h', ['c', 'cpp']],
    ['Dockerfile.prod', 'Dockerfile.prod.dockerfile', ['dockerfile']],
    ['notes', 'notes', []],
  ])('it reads %s as %s', (file, name, languages) => {
    expect(readableName(file)).toBe(name);
    expect(languagesOf(file).filter((each) => !['aliengrep', 'generic', 'regex'].includes(each))).toEqual(languages);
  });

  it('it knows what rules call a language', () => {
    expect([languageNamed('typescript'), languageNamed('C#'), languageNamed('none'), languageNamed('klingon')]).toEqual(
      ['ts', 'csharp', 'regex', undefined],
    );
  });
});

describeWithSemgrep('when the real Semgrep reads every kind of file', () => {
  const LANGUAGES = [
    'bash, c, clojure, cpp, csharp, dart, dockerfile, go, html, java, javascript, json, jsonnet, julia, kotlin, lisp, lua',
    'ocaml, php, proto, python, r, ruby, rust, scala, scheme, solidity, swift, terraform, typescript, xml, yaml',
  ].join(', ');
  const RULES = `
rules:
  - { id: code, languages: [${LANGUAGES}], severity: INFO, message: m, pattern-regex: 'x' }
  - { id: text, languages: [regex], severity: INFO, message: m, pattern-regex: 'x' }
  - { id: generic, languages: [generic], severity: INFO, message: m, pattern: 'x' }
`;
  const FILES = [
    'a.sh a.bash a.c a.h a.clj a.cljs a.edn a.cc a.cpp a.cxx a.C a.hpp a.hh a.inl a.cs a.dart Dockerfile Containerfile',
    'Dockerfile.prod a.go a.htm a.html a.java a.js a.cjs a.mjs a.jsx a.min.js a.es6 a.json a.ipynb a.jsonnet a.jl a.kt a.kts',
    'a.el a.lua a.ml a.mli a.php a.phtml a.inc a.php7 a.proto a.py a.pyi a.pyw a.r a.R a.rb Rakefile a.rake a.rs a.scala a.scm',
    'a.sol a.swift a.tf a.tfvars a.hcl a.ts a.tsx a.mts a.cts a.d.ts a.xml a.plist a.yml a.yaml A.PY A.JS A.RB A.GO A.TSX a.txt',
  ].flatMap((line) => line.split(' '));

  it('it reads each as every language that we say it is', async () => {
    const scanner = await realScanner(RULES);
    const { coverage } = await scanWith(scanner, Object.fromEntries(FILES.map((file) => [file, 'x\n'])));
    // One letter is a program in few languages; what matters is that every parser came to its files.
    expect(coverage.notExamined.filter(({ code }) => code !== 'syntax-error')).toEqual([]);
    expect(coverage.examined.length + coverage.notExamined.length).toBe(FILES.length);
    expect(coverage.examined.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['a.mts', 'A.PY', 'a.inc', 'a.txt']),
    );
  });
});
