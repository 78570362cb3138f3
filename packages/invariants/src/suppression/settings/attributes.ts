import type { Suppression } from '@pawl/findings';
import { languageOf, unsupportedCode } from '@pawl/syntax';
import { hidesNothing } from './out-of-sight.ts';
import { linesIn } from './parse-settings.ts';
import type { SettingsRead } from './suppressions-in-settings.ts';

/** What an attribute hides its files from: a scanner, the statistics of a platform, or whoever reads the diff. */
const HIDES =
  /^(?:(?:linguist|gitlab)-(?:generated|vendored|documentation)(?:=(?!false$|0$).*)?|-linguist-detectable|linguist-detectable=(?:false|0)|-diff|diff=(?:false|nodiff|unset)|binary|-text|export-ignore)$/iu;

export const ATTRIBUTES: RegExp = /(?:^|\/)(?:\.gitattributes|\.git\/info\/attributes)$/u;

export function isAttributes(file: string): boolean {
  return ATTRIBUTES.test(file);
}

/** The lines that hide code, one suppression for each attribute: what is `binary` or `-diff`, nobody sees change. */
export function attributesThatHide(file: string, text: string): SettingsRead {
  const rest: string[] = [];
  const suppressions = linesIn(text).flatMap((line): readonly Suppression[] => {
    const [pattern = '', ...attributes] = line.match(/"(?:[^"\\]|\\.)*"|\S+/gu) ?? [];
    if (pattern.startsWith('[attr]') && attributes.some(isHiding)) rest.push(line);
    const hiding = hidesNoCode(pattern) || pattern.startsWith('[attr]') ? [] : attributes.filter(isHiding);
    return hiding.map((attribute) => ({
      tool: 'gitattributes',
      rules: [attribute.replace(/=true$/iu, '').toLowerCase()],
      scope: 'file',
      code: pattern.replace(/^\//u, ''),
      text: line,
      location: {
        file,
        line: text.length > 100_000 ? 1 : text.slice(0, Math.max(0, text.indexOf(line))).split('\n').length,
        symbol: '',
      },
    }));
  });
  return { suppressions, rest: rest.sort().join('\n') };
}

function isHiding(attribute: string): boolean {
  return HIDES.test(attribute);
}

/** By its extension, or the folder: what is no code may be binary. A pattern for everything hides everything. */
function hidesNoCode(pattern: string): boolean {
  const path = pattern.replace(/["\]]/gu, '');
  const ending = /\.\w+$/u.exec(path)?.[0];
  const isCode =
    ending === undefined || languageOf(`code${ending}`) !== undefined || unsupportedCode(`code${ending}`) !== undefined;
  return !isCode || hidesNothing(path);
}
