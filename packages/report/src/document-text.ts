/** What a terminal or a build server would obey; in JSON it is the same text when it is escaped. */
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|#(?=#\w*\[)/gu;

/**
 * A document for a program: JSON with its `schema` first, which changes when a field does. Only its own line breaks are
 * in it, and nothing that a terminal obeys, because people look at it, too.
 */
export function documentText(schema: string, content: object): string {
  return `${escaped(JSON.stringify({ schema, ...content }, null, 2))}\n`;
}

/** The same on one line, for one of several that come one after the other. */
export function documentLine(schema: string, content: object): string {
  return `${escaped(JSON.stringify({ schema, ...content }))}\n`;
}

function escaped(json: string): string {
  return json.replace(OBEYED, (char) =>
    [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
