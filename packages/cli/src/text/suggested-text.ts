import { documentText, visible } from '@pawl/report';

/** A contracts file as it is printed: it quotes the code and its paths, and a person may look at it before it is kept. */
export function suggestedText(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** The same within a document, as text: its comments say where each contract is from. */
export function suggestedJson(text: string): string {
  return documentText('pawl/contracts@1', {
    action: 'suggest',
    file: 'pawl.contracts.jsonc',
    text: suggestedText(text),
  });
}

/** What a terminal obeys, or what shows another text than there is, and what Azure takes as an order. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]|#(?=#\w*\[)/gu;

/** A comment is for people; in a text of JSON, which has all the rest, an escape means the same. */
function harmless(line: string): string {
  if (/^\s*\/\//u.test(line)) return line.replace(/\S.*$/u, visible);
  return line.replace(OBEYED, unicodeEscapes);
}

function unicodeEscapes(char: string): string {
  return [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
