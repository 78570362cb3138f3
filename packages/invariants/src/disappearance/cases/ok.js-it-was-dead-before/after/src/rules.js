export function read(text) {
  return text;
}
