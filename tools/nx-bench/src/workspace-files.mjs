// @ts-check
import { MODULE_TEXTS } from './module-texts.mjs';

/** @typedef {import('./workspace-files.d.mts').ProjectLanguage} ProjectLanguage */
/** @typedef {import('./workspace-files.d.mts').WorkspaceProject} WorkspaceProject */
/** @typedef {import('./workspace-files.d.mts').WorkspaceShape} WorkspaceShape */

/** @type {readonly ProjectLanguage[]} */
const LANGUAGES = ['js', 'ts', 'py'];
/** Facts about files are kept by folder, so no folder may be larger than people make them. */
const FILES_IN_A_FOLDER = 20;

/** @type {typeof import('./workspace-files.d.mts').projectsOf} */
export function projectsOf({ projects, files }) {
  return Array.from({ length: projects }, (_, index) => projectAt(index, files));
}

/** @type {typeof import('./workspace-files.d.mts').workspaceFiles} */
export function workspaceFiles(shape) {
  const targets = shape.targets === undefined ? {} : { targets: shape.targets };
  const projects = projectsOf(shape).flatMap((project, index) => Object.entries(projectFiles(project, index, targets)));
  return { ...TOP, ...Object.fromEntries(projects) };
}

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const TOP = {
  '.gitignore': 'node_modules\n.nx\n__pycache__\n',
  'package.json': json({ name: 'acme', version: '0.0.0', private: true, type: 'module', workspaces: ['libs/*'] }),
  'nx.json': json({ cacheDirectory: '.nx/cache', analytics: false, neverConnectToCloud: true, defaultBase: 'main' }),
};

/** @param {number} index @param {number} files @returns {WorkspaceProject} */
function projectAt(index, files) {
  const language = languageAt(index);
  const place = Math.floor(index / LANGUAGES.length);
  const root = `libs/${language}-${place}`;
  return {
    name: nameAt(index),
    root,
    language,
    needs: place === 0 ? [] : [nameAt(neededBy(index))],
    modules: Array.from({ length: files - 2 }, (_, number) => `${root}/${moduleAt(index, number)}`),
  };
}

/** @param {number} index */
const languageAt = (index) => /** @type {ProjectLanguage} */ (LANGUAGES[index % LANGUAGES.length]);

/** @param {number} index */
function nameAt(index) {
  const name = `${languageAt(index)}-${Math.floor(index / LANGUAGES.length)}`;
  return languageAt(index) === 'py' ? name : `@acme/${name}`;
}

/** @param {number} index */
function neededBy(index) {
  const place = Math.floor(index / LANGUAGES.length);
  return Math.floor((place - 1) / 2) * LANGUAGES.length + (index % LANGUAGES.length);
}

/** @param {number} index @param {number} number */
function moduleAt(index, number) {
  const folder = `part_${Math.floor(number / FILES_IN_A_FOLDER)}`;
  const name = `${folder}/module_${number}`;
  const language = languageAt(index);
  return language === 'py' ? `${packageAt(index)}/${name}.py` : `src/${name}.${language}`;
}

/** @param {number} index */
const packageAt = (index) => `acme_py_${Math.floor(index / LANGUAGES.length)}`;

/** @param {WorkspaceProject} project @param {number} index @param {object} more of its configuration @returns {Record<string, string>} */
function projectFiles({ name, root, language, needs, modules }, index, more) {
  const names = modules.map((path) => path.slice(root.length + 1));
  /** @type {Record<string, string>} */
  const files = language === 'py' ? pythonTop(name, needs, index, more) : scriptTop(name, needs, language, names, more);
  for (const [number, path] of names.entries()) {
    const imported = number === 0 && needs.length > 0 ? importOf(index) : undefined;
    files[path] = MODULE_TEXTS[language](number, imported);
  }
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
}

/** From where the first module imports what every project has: the first function of its first module. @param {number} index */
function importOf(index) {
  const needed = neededBy(index);
  return languageAt(index) === 'py' ? `${packageAt(needed)}.part_0.module_0` : nameAt(needed);
}

/** @param {string} name @param {readonly string[]} needs @param {number} index @param {object} more @returns {Record<string, string>} */
function pythonTop(name, needs, index, more) {
  const sourceRoot = `libs/${name}/${packageAt(index)}`;
  return {
    'project.json': json({ name, sourceRoot, implicitDependencies: needs, ...more }),
    [`${packageAt(index)}/__init__.py`]: `"""What ${name} offers."""\n`,
  };
}

/** @param {string} name @param {readonly string[]} needs @param {'js' | 'ts'} language @param {readonly string[]} names @param {object} more @returns {Record<string, string>} */
function scriptTop(name, needs, language, names, more) {
  const main = `src/index.${language}`;
  const dependencies = Object.fromEntries(needs.map((each) => [each, '*']));
  const manifest = { name, version: '0.0.0', private: true, type: 'module', exports: `./${main}`, dependencies };
  return {
    'package.json': json({ ...manifest, ...(Object.keys(more).length > 0 ? { nx: more } : {}) }),
    [main]: names.map((path) => `export * from './${path.slice('src/'.length)}';\n`).join(''),
  };
}
