import { canonical, type Data } from './data.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

const JSON_FILE = /\.(?:json[c5]?|code-workspace)$|(?:^|\/)\.(?:lintstagedrc|renovaterc|eslintrc|swcrc)$/iu;
const YAML_FILE = /\.ya?ml$/iu;
const SOURCE_CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|php|cs|groovy)$|(?:^|\/)Jenkinsfile[^/]*$/iu;

/** A settings file as data; `undefined` for one in another language, or one that cannot be read. */
export function dataOf(file: string, text: string): Data {
  if (JSON_FILE.test(file)) return readJson(text);
  return YAML_FILE.test(file) ? readYaml(text) : undefined;
}

/** One text for all ways to write the same: without comments and formatting where they are known to say nothing. */
export function meaningOf(file: string, text: string): string {
  const data = dataOf(file, text);
  if (data !== undefined) return canonical(data);
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trimEnd());
  // A comment may steer what builds an image, and the first line of a script says what runs it.
  const isComment = (line: string): boolean => /^\s*#(?!!|\s*(?:syntax|escape|check)\s*=)/u.test(line);
  return (SOURCE_CODE.test(file) ? lines : lines.filter((line) => line !== '' && !isComment(line))).join('\n').trim();
}

/** Whether both sides say the same. A file that comes or goes does not. */
export function meansTheSame(file: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before === after || meaningOf(file, before) === meaningOf(file, after);
}
