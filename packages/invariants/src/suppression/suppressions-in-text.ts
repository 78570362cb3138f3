import { normaliseCode, type Suppression } from '@pawl/findings';
import { type Directive, DIRECTIVE_MARK, DIRECTIVES } from './directives.ts';
import { rulesIn } from './rules-in.ts';

/** How comments begin in files that no profile reads, by what the file is. */
const COMMENTS: readonly (readonly [files: RegExp, begin: RegExp])[] = [
  [
    /\.(?:html?|xhtml|vue|svelte|astro|xml|svg|hbs|handlebars|mustache|ejs|erb|jinja2?|j2|twig|njk|cshtml|razor|blade\.php|phtml|jsp|ftl|liquid)$/iu,
    /<!--|\{#|\{\{!(?:--)?|\{\{--|<%#|<%--|@\*|\/\/|\/\*/u,
  ],
  [
    /\.(?:ya?ml|toml|ini|cfg|conf|sh|bash|zsh|fish|ps1|psm1|pl|pm|r|ex|exs|jl|nim|cr|pyx|pxd|properties|env|mk)$|(?:^|\/)(?:Dockerfile|Containerfile|Makefile)[^/]*$|\.(?:dockerfile|containerfile)$/iu,
    /#/u,
  ],
  // The lines of a notebook are texts of JSON.
  [/\.ipynb$/iu, /#/u],
  [/\.(?:tf|tofu|tfvars|hcl)$/iu, /#|\/\/|\/\*/u],
  [/\.(?:scala|sc|swift|dart|groovy|gradle|sol|zig|bicep|proto|fs|fsx|m|mm|coffee)$/iu, /\/\/|\/\*|#/u],
  [/\.(?:sql|lua|hs|elm)$/iu, /--/u],
];

/** Tools beside those for any language that read comments of such files. */
const MARKUP_TOOLS: readonly string[] = ['eslint', 'secretlint'];
const HASH_TOOLS: readonly string[] = ['hadolint', 'pylint'];

/** The suppressions in the comments of a file that no profile reads, or of the markup of a component; prose has none. */
export function suppressionsInText(file: string, text: string): readonly Suppression[] {
  const begin = COMMENTS.find(([files]) => files.test(file))?.[1];
  if (begin === undefined || text.search(DIRECTIVE_MARK) === -1) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    line.search(DIRECTIVE_MARK) === -1
      ? []
      : onLine(file, lines, index, new RegExp(String.raw`(?:^|[\s;,{}()>"'])(?:${begin.source})[-#/*!]*\s*`, 'gu')),
  );
}

function onLine(file: string, lines: readonly string[], index: number, begin: RegExp): readonly Suppression[] {
  const line = (lines[index] ?? '').slice(0, 2_000);
  return [...line.matchAll(begin)].flatMap((match) => {
    const isHash = match[0].includes('#') && !/[{<]/u.test(match[0]);
    const said = line
      .slice(match.index + match[0].length)
      .replace(/(?:--\}?\}?>?|#\}|\*\/|%>|\*@|\}\}).*$/u, '')
      .trim();
    const directive = DIRECTIVES.find((one) => reads(one, isHash, file) && one.pattern.test(said));
    return directive ? toSuppression(file, lines, index, directive, said, line.slice(0, match.index)) : [];
  });
}

function reads({ markers, tool }: Directive, isHash: boolean, file: string): boolean {
  if (/\.(?:ipynb|pyx|pxd)$/iu.test(file)) return markers !== '//';
  return markers === 'any' || (isHash ? HASH_TOOLS : MARKUP_TOOLS).includes(tool);
}

function toSuppression(
  file: string,
  lines: readonly string[],
  index: number,
  directive: Directive,
  said: string,
  before: string,
): readonly Suppression[] {
  const rules = rulesIn(directive.pattern.exec(said)?.[1] ?? '');
  const relevant = rules.filter((rule) => directive.security.test(rule));
  if (rules.length === 0 ? directive.needsRules : relevant.length === 0) return [];
  const beside = directive.covers === 'here' ? normaliseCode(before) : '';
  const next = (): string => lines.slice(index + 1, index + 50).find((line) => line.trim() !== '') ?? '';
  return [
    {
      tool: directive.tool,
      rules: relevant,
      scope: directive.scope,
      code: directive.scope === 'line' ? beside || normaliseCode(next()) : '',
      text: said,
      location: { file, line: index + 1, symbol: '' },
    },
  ];
}
