import type { ManifestRow } from '../manifest/manifest-row.ts';
import type { JudgedRow } from '../run/result-row.ts';

const FIX: ManifestRow = {
  id: 'js-001',
  set: 'dev',
  label: 'regression',
  lang: 'js',
  repo: 'owner/name',
  commit: 'c'.repeat(40),
  parent: 'b'.repeat(40),
  files: ['a.js'],
  cve: null,
  cwe: 'CWE-22',
  defence: 'path-containment',
  change: 'guard-added',
  note: 'paths outside the root refused',
};

export function fixRow(over: Partial<ManifestRow> = {}): ManifestRow {
  return { ...FIX, ...over };
}

export function benignRow(over: Partial<ManifestRow> = {}): ManifestRow {
  return { ...FIX, id: 'js-101', label: 'benign', cwe: null, defence: null, change: null, note: '', ...over };
}

export function judgedRow(over: Partial<JudgedRow> = {}): JudgedRow {
  return {
    id: 'js-001',
    kind: 'regression',
    set: 'dev',
    lang: 'js',
    repo: 'owner/name',
    defence: 'validation',
    change: 'guard-added',
    state: 'judged',
    score: 0,
    stop: false,
    ms: 10,
    bytes: 1000,
    lines: 4,
    notExamined: 0,
    located: null,
    reasons: [],
    ...over,
  };
}
