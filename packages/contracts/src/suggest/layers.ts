import { forbiddenName, importsIn } from '../evaluate/imports.ts';
import { groupBy, idOf, LEAST, type Parsed, type Suggestion } from './suggestion.ts';

/** Folders that decide, and folders that face the outside: the first never need the second. */
const INNER = /^(?:domain|core|entities|models?|services?|lib)$/u;
const OUTER = /^(?:web|http|routes?|routers?|controllers?|handlers?|views?|api|pages|ui|components|cli)$/u;

/** "Nothing in `domain/` imports `web/`", where it could: the other way round there are imports. */
export function suggestForLayers(files: readonly Parsed[]): readonly Suggestion[] {
  const folders = groupBy(files.flatMap(withFolders), ({ folder }) => folder);
  return folders.flatMap(([inner, own]) =>
    !INNER.test(last(inner)) || own.length < LEAST
      ? []
      : folders
          .filter(
            ([outer, others]) => OUTER.test(last(outer)) && above(outer) === above(inner) && others.length >= LEAST,
          )
          .flatMap(([outer, others]) =>
            ofPair(
              inner,
              own.map(({ parsed }) => parsed),
              outer,
              others.map(({ parsed }) => parsed),
            ),
          ),
  );
}

interface InFolder {
  readonly folder: string;
  readonly parsed: Parsed;
}

/** The folders down to the third that a file lies in. */
function withFolders(parsed: Parsed): readonly InFolder[] {
  const steps = parsed.folder.split('/').filter((step) => step !== '');
  return steps.slice(0, 3).map((_, index) => ({ folder: steps.slice(0, index + 1).join('/'), parsed }));
}

function ofPair(
  inner: string,
  own: readonly Parsed[],
  outer: string,
  others: readonly Parsed[],
): readonly Suggestion[] {
  const isUsed = others.some((parsed) => importsAny(parsed, inner));
  if (!isUsed || own.some((parsed) => importsAny(parsed, outer))) return [];
  const extensions = [...new Set(own.map(({ file }) => /\w+$/u.exec(file)?.[0] ?? ''))].sort();
  const ending = extensions.length === 1 ? (extensions[0] ?? '') : `{${extensions.join(',')}}`;
  return [
    {
      id: idOf(inner, 'without', last(outer)),
      evidence: `none of ${own.length} files in \`${inner}/\` imports \`${outer}/\``,
      held: own.length,
      of: own.length,
      proposed: true,
      rank: 6,
      contract: {
        why: `What ${inner} decides does not depend on ${outer}.`,
        severity: 'medium',
        files: `${inner}/**/*.${ending}`,
        mustNot: { import: { files: `${outer}/**` } },
      },
    },
  ];
}

function importsAny(parsed: Parsed, folder: string): boolean {
  const imports = { files: [`${folder}/**`], modules: [] };
  const subject = { ...parsed, tree: undefined };
  return importsIn(subject).some((one) => forbiddenName(one, imports, subject) !== undefined);
}

function last(folder: string): string {
  return folder.split('/').at(-1) ?? '';
}

function above(folder: string): string {
  return folder.split('/').slice(0, -1).join('/');
}
