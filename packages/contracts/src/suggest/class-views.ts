import { findKind } from '../ast/nodes.ts';
import {
  ALMOST,
  type Fact,
  globOf,
  groupBy,
  guardsIn,
  idOf,
  LEAST,
  type Parsed,
  type Suggestion,
} from './suggestion.ts';

const VIEW = /\b(?:\w*APIView|\w*ViewSet|\w*View)\b/u;

/** What all class-based views of a folder say of who may: permissions of REST framework, and mixins. */
export function suggestForClassViews(files: readonly Parsed[]): readonly Suggestion[] {
  const views = files.filter(({ language }) => language === 'python').flatMap(viewsIn);
  return groupBy(views, ({ folder }) => folder).flatMap(([folder, own]) =>
    own.length < LEAST
      ? []
      : guardsIn(own).flatMap(([guard, held]) => {
          if (held < LEAST || held < own.length * ALMOST) return [];
          return [ofGuard(own, folder, guard, held)];
        }),
  );
}

function ofGuard(own: readonly Fact[], folder: string, guard: string, held: number): Suggestion {
  const shown = guard.replace(' = $VALUE', '');
  const place = folder === '' ? 'the top folder' : `${folder}/`;
  return {
    id: idOf(place, 'views', shown),
    evidence: `${held} of ${own.length} views in \`${place}\` have \`${shown}\``,
    held,
    of: own.length,
    proposed: held === own.length,
    rank: 1,
    contract: {
      why: `All views in ${place} say by ${shown} who may use them.`,
      cwe: 'CWE-862',
      files: globOf(
        folder,
        own.map(({ file }) => file),
      ),
      mustHave: {
        every: {
          kind: 'class_definition',
          has: { field: 'superclasses', regex: '\\b(\\w*APIView|\\w*ViewSet|\\w*View)\\b' },
        },
        have: { contains: guard },
      },
    },
  };
}

function viewsIn({ file, folder, root }: Parsed): readonly Fact[] {
  return findKind(root, 'class_definition').flatMap((node) => {
    const bases = node.field('superclasses')?.text() ?? '';
    if (!VIEW.test(bases)) return [];
    const mixins = [
      ...bases.matchAll(
        /\b\w*(?:LoginRequired|PermissionRequired|UserPassesTest|Authenticated|Permission|Auth)\w*Mixin\b/gu,
      ),
    ];
    const body = node.field('body')?.text() ?? '';
    const named = ['permission_classes', 'authentication_classes', 'permission_required'].filter((name) =>
      new RegExp(`^\\s*${name}\\s*=`, 'mu').test(body),
    );
    return [
      { file, folder, guards: new Set([...mixins.map(([name]) => name), ...named.map((name) => `${name} = $VALUE`)]) },
    ];
  });
}
