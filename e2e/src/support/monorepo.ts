import { configFile, projectFiles } from './scanned-project.ts';
import type { Files } from './temporary-repository.ts';

/** A finding of high severity for Semgrep and for Bandit. */
export const PLANTED_PY = `import os


def ship(parcel):
    os.system("ship " + parcel)
`;

/** The same for Semgrep in JavaScript. */
export const PLANTED_JS = `import { exec } from 'node:child_process';

export function ship(parcel) {
  exec('ship ' + parcel);
}
`;

const CONFIG = {
  exclude: ['third_party/**'],
  scanners: { semgrep: { rules: ['notes/security', 'orders/security'] }, bandit: true },
};

/** Both projects in one repository, with everything that scanners look at, and further files. */
export async function monorepo(more: Files = {}, config: object = {}): Promise<Files> {
  return {
    ...below('orders', await projectFiles('orders')),
    ...below('notes', await projectFiles('notes')),
    ...configFile({ ...CONFIG, ...config }),
    ...more,
  };
}

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}
