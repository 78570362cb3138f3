/** A text of JSON that may lack its end, and whether a colon makes it a key. */
const TEXT = /"(?:[^"\\\n]|\\.)*"?(\s*:)?/gu;
const KEY = /^"[A-Za-z0-9_$-]{1,32}"$/u;

/**
 * The same text for showing to somebody, character for character. From where people to be told are named, values are marks:
 * a secret may stand there by mistake, and what is shown ends in the log of a build.
 */
export function withoutSecrets(text: string): string {
  const start = text.indexOf('"notify"');
  if (start === -1) return text;
  return `${text.slice(0, start)}${text.slice(start).replace(TEXT, (all: string, colon: string | undefined) => {
    const word = colon === undefined ? all : all.slice(0, -colon.length);
    return colon !== undefined && KEY.test(word) ? all : `${masked(word)}${colon ?? ''}`;
  })}`;
}

function masked(word: string): string {
  const end = word.length > 1 && word.endsWith('"') ? '"' : '';
  return `"${'·'.repeat(word.length - 1 - end.length)}${end}`;
}
