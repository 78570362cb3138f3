import { fileURLToPath } from 'node:url';
import { generateFiles, joinPathFragments, logger, names } from '@nx/devkit';

const TEMPLATES = fileURLToPath(new URL('files', import.meta.url));
/** The sources are those that others get: `nx g @pawl/nx:scanner` makes the same adapter in any workspace. */
const SOURCES = fileURLToPath(new URL('../../../../packages/nx/templates/scanner/src', import.meta.url));

/**
 * Makes `packages/scanner-<name>`, and gives what says the rest to the person who called it: the registry is a literal
 * map that people read in reviews, so no program edits it.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {import('./scanner-generator.d.mts').ScannerOptions} options
 */
export function scannerGenerator(tree, { name, extension = 'js' }) {
  // The name becomes a folder, a package and a word in code: the command line checks it, a program that calls this does not.
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(name)) throw new Error(`"${name}" is not a name in kebab-case.`);
  const folder = `packages/scanner-${name}`;
  if (tree.exists(folder)) throw new Error(`${folder} is already there.`);
  const { propertyName, className } = names(name);
  const values = { name, extension, propertyName, className, spec: 'spec' };
  generateFiles(tree, TEMPLATES, folder, values);
  generateFiles(tree, SOURCES, joinPathFragments(folder, 'src'), values);
  return () => logger.info(whatRemains(name, propertyName));
}

/**
 * @param {string} name
 * @param {string} propertyName
 */
function whatRemains(name, propertyName) {
  return [
    '',
    `packages/scanner-${name} is a working adapter for a tool that does not exist yet. Now:`,
    '',
    '1. npm install',
    `2. Make src/commands.ts call ${name} as it is, and src/report.ts and src/said.fixture.ts say what it says.`,
    `   npx vitest run --project unit packages/scanner-${name}/ tells what it could still be fooled with.`,
    '3. Add it to the registry, INSTALLED in packages/checkpoint/src/scanners.ts, with these lines:',
    `     ${quoted(name)}: ({ ${binding(name, propertyName)} }) =>`,
    `       ${propertyName} ? [toolOf('${name}', {}, async () => (await import('@pawl/scanner-${name}')).${propertyName}Adapter)] : [],`,
    `   "@pawl/scanner-${name}": "0.1.0" belongs into the dependencies of packages/checkpoint/package.json, and`,
    `   { "path": "../scanner-${name}" } into the references of its tsconfig.json.`,
    `4. Describe ${quoted(name)} under "scanners" in packages/config, off unless written.`,
  ].join('\n');
}

/** @param {string} name */
function quoted(name) {
  return name.includes('-') ? `'${name}'` : name;
}

/**
 * @param {string} name
 * @param {string} propertyName
 */
function binding(name, propertyName) {
  return name === propertyName ? name : `'${name}': ${propertyName}`;
}
