export function parse(text: string): Doc {
  if (text.length > MAX) throw new Error('long');
  if (text[0] === '<') throw new Error('markup');
  return read(text);
}
