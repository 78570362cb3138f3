import type { ChangedFile } from '../read-change.ts';
import type { Version } from '../version.ts';

/** Names, in any language that is followed, of what holds data from outside and of what such data must not reach as it is. */
const ENDS =
  /(?<![\w$])(?:_?req(?:uest)?s?|ctx|context|event|argv|args|kwargs|params?|query\w*|body|headers?|cookies?|files?|form|payload|searchParams|location|hash|env|environ|getenv|input|stdin|message|msg|socket|ws|session|url|uri|href|path\w*|slug|user|username|app|router|route|server|express|fastify|koa|hapi|api|blueprint|bp|Depends|Query|Body|Path|Header|Form|Cookie|GET|POST|PUT|PATCH|DELETE|eval|exec\w*|spawn\w*|system|popen|run|call|check_output|Popen|shell|subprocess|child_process|Function|vm|compile|import_module|require|__import__|pickle|loads?|yaml|marshal|deserialize|unserialize|raw|sql|cursor|db|pool|knex|sequelize|prisma|find\w*|where|filter|aggregate|update\w*|delete\w*|literal|text|open|read\w*|write\w*|create\w*Stream|sendFile|send_file|download|unlink|rename|mkdir|rmdir|rm|stat|join|resolve|normalize|fetch|axios|got|urlopen|requests|httpx|http|https|redirect\w*|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document|write|html|mark_safe|Markup|SafeString|format_html|render\w*|template\w*|Template|send|end|res(?:ponse)?|reply|safe|bypassSecurityTrust\w*|setTimeout|setInterval)(?![\w$])/u;

/** What may be a check, or hand a value on to one. */
const TAKEN_AWAY = /\(|\/.+\/|(?<![\w$])(?:if|else|elif|unless|throw|raise|assert|return|case|when)(?![\w$])|^\s*@/u;

/**
 * Whether a commit is asked for new ways of data: only where a changed line names an end of such a way, or a line is gone, or stands
 * elsewhere, that may have stood in one. What merely connects two ends that were there is seen at the push, where all of the project is asked.
 */
export function mayOpenPath(files: readonly ChangedFile[]): boolean {
  return files.some(({ base, head }) => {
    // A file that came, went or moved is another way round by itself.
    if (base === undefined || head === undefined || base.file !== head.file) return true;
    const [before, after] = [linesOf(base), linesOf(head)];
    if (before === undefined || after === undefined) return true;
    const [was, is] = [counts(before), counts(after)];
    const added = [...is].filter(([line, times]) => times > (was.get(line) ?? 0)).map(([line]) => line);
    const gone = [...was].filter(([line, times]) => times > (is.get(line) ?? 0)).map(([line]) => line);
    const stays = (line: string): boolean => was.get(line) === is.get(line);
    return (
      before.filter(stays).join('\n') !== after.filter(stays).join('\n') ||
      added.some((line) => ENDS.test(line)) ||
      gone.some((line) => ENDS.test(line) || TAKEN_AWAY.test(line))
    );
  });
}

function counts(lines: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return times;
}

function linesOf(version: Version): readonly string[] | undefined {
  return version.kind === 'text' ? version.text.split('\n') : undefined;
}
