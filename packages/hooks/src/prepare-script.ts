import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';

const RESTORE = 'pawl init --hooks-only';

/** What writes the hooks anew by itself, and says nothing more. */
const INSTALLERS: readonly unknown[] = ['husky', 'lefthook install', 'simple-git-hooks', 'npx simple-git-hooks'];

export interface PreparedManifest {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * A package.json whose `prepare` script sets the hooks up again after husky or its like, which take their place back at every
 * `npm install`. Only where the project depends on pawl and nobody wrote a script of their own; the formatting stays. Yarn from version 2 on
 * runs `postinstall` where others run `prepare`.
 */
export function prepareManifest(text: string): PreparedManifest {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (root === undefined || errors.length > 0)
    return { text, notes: ['package.json: not valid JSON, so it was left as it is.'] };
  if (!dependsOn(root, 'pawl')) return { text, notes: [] };
  const name = isModernYarn(root) ? 'postinstall' : 'prepare';
  const script = findNodeAtLocation(root, ['scripts', name]);
  const written: unknown = script === undefined ? undefined : getNodeValue(script);
  if (written === undefined)
    return { text: setScript(text, name, dependsOn(root, 'husky') ? `husky && ${RESTORE}` : RESTORE), notes: [] };
  if (INSTALLERS.includes(written))
    return { text: setScript(text, name, `${String(written)} && ${RESTORE}`), notes: [] };
  if (typeof written === 'string' && written.includes('pawl init')) return { text, notes: [] };
  return {
    text,
    notes: [`package.json: add "${RESTORE}" to the end of the ${name} script, so that fresh clones have the hooks.`],
  };
}

function dependsOn(root: Node, name: string): boolean {
  return ['dependencies', 'devDependencies'].some((group) => findNodeAtLocation(root, [group, name]) !== undefined);
}

/** As Corepack's field tells it: https://nodejs.org/api/packages.html#packagemanager */
function isModernYarn(root: Node): boolean {
  const field = findNodeAtLocation(root, ['packageManager']);
  const manager: unknown = field === undefined ? undefined : getNodeValue(field);
  return typeof manager === 'string' && /^yarn@(?!1\.)/u.test(manager);
}

function setScript(text: string, name: string, script: string): string {
  const indent = /^([ \t]+)"/mu.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, ['scripts', name], script, { formattingOptions }));
}
