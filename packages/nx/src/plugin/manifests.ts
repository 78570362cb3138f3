/** Files by which a plugin for another language tells its projects; each counts only where the options name it. */
const FOREIGN: readonly string[] = [
  'Cargo.toml',
  'Gemfile',
  'build.gradle',
  'build.gradle.kts',
  'composer.json',
  'go.mod',
  'pom.xml',
  'pyproject.toml',
];

/** With `nx.json`, which is always there: the root gets its targets in a workspace without any other manifest, too. */
export const MANIFESTS: string = `{nx.json,${['package.json', 'project.json', ...FOREIGN].map((name) => `${name},**/${name}`).join(',')}}`;
