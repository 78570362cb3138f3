import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { unsupportedCode } from './unsupported-code.ts';

describe('when a file is named', () => {
  it.each([
    ['a/b.js', 'javascript'],
    ['a/b.mjs', 'javascript'],
    ['a/b.cjs', 'javascript'],
    ['a/b.jsx', 'tsx'],
    ['a/b.ts', 'typescript'],
    ['a/b.mts', 'typescript'],
    ['a/b.cts', 'typescript'],
    ['a/b.d.ts', 'typescript'],
    ['a/b.tsx', 'tsx'],
    ['a/b.py', 'python'],
    ['a/b.pyi', 'python'],
    ['a/B.PY', 'python'],
    ['a/main.go', 'go'],
    ['a/Main.java', 'java'],
    ['a/Main.cs', 'csharp'],
    ['a/build.gradle.kts', 'kotlin'],
    ['a/lib.rs', 'rust'],
    ['a.js/README', undefined],
    ['a.constructor', undefined],
    ['.js', undefined],
    ['a/b.json', undefined],
  ])('%s is read as %s', (file, language) => {
    expect(languageOf(file)).toBe(language);
  });

  it.each([
    ['#!/usr/bin/env node', 'javascript'],
    ['#!/usr/bin/env -S node --no-warnings', 'javascript'],
    ['#!/usr/bin/env -S NODE_ENV=test node', 'javascript'],
    ['#! /usr/bin/python3.11 -u', 'python'],
    ['#!/usr/bin/env deno', 'typescript'],
    ['#!/bin/sh', undefined],
    ['import os', undefined],
  ])('without an extension, %s says %s', (firstLine, language) => {
    expect(languageOf('bin/tool', firstLine)).toBe(language);
  });
});

describe('when a file is a component with scripts', () => {
  it.each(['a/App.vue', 'a/App.svelte', 'a/page.astro'])('%s is read as TypeScript', (file) => {
    expect(languageOf(file)).toBe('typescript');
    expect(unsupportedCode(file)).toBeUndefined();
  });
});

describe('when a file is code without a profile', () => {
  it.each([
    ['main.swift', 'Swift'],
    ['a/app.lua', 'Lua'],
    ['a/n.ipynb', 'Jupyter notebook'],
    ['a/page.cshtml', 'C#'],
  ])('%s is %s', (file, name) => {
    expect(unsupportedCode(file)).toBe(name);
  });

  it.each([
    ['#!/bin/bash', 'Shell'],
    ['#!/usr/bin/env lua', 'Lua'],
    ['#!/usr/bin/perl -w', 'Perl'],
    ['#!/usr/bin/env node', undefined],
  ])('a file without an extension that starts with %s is %s', (firstLine, name) => {
    expect(unsupportedCode('bin/tool', firstLine)).toBe(name);
  });

  it.each(['README.md', 'a.json', 'logo.svg', 'style.css', 'a.py', 'LICENSE', 'constructor'])('%s is not', (file) => {
    expect(unsupportedCode(file)).toBeUndefined();
  });
});
