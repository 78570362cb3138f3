export function parse(text: string): Doc {
  if (text.length > MAX || '<' === text[0]) {
    throw new Error('bad text');
  }
  return read(text);
}
