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
 * `npm install`. Only where the project depends on pawl and nobody wrote a script of their own; the formatting stays.
 */
export function prepareManifest(text: string): PreparedManifest {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (root === undefined || errors.length > 0)
    return { text, notes: ['package.json: not valid JSON, so it was left as it is.'] };
  if (!dependsOn(root, 'pawl')) return { text, notes: [] };
  const script = findNodeAtLocation(root, ['scripts', 'prepare']);
  const written: unknown = script === undefined ? undefined : getNodeValue(script);
  if (written === undefined)
    return { text: setPrepare(text, dependsOn(root, 'husky') ? `husky && ${RESTORE}` : RESTORE), notes: [] };
  if (INSTALLERS.includes(written)) return { text: setPrepare(text, `${String(written)} && ${RESTORE}`), notes: [] };
  if (typeof written === 'string' && written.includes('pawl init')) return { text, notes: [] };
  return {
    text,
    notes: [`package.json: add "${RESTORE}" to the end of the prepare script, so that fresh clones have the hooks.`],
  };
}

function dependsOn(root: Node, name: string): boolean {
  return ['dependencies', 'devDependencies'].some((group) => findNodeAtLocation(root, [group, name]) !== undefined);
}

function setPrepare(text: string, script: string): string {
  const indent = /^([ \t]+)"/mu.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, ['scripts', 'prepare'], script, { formattingOptions }));
}
