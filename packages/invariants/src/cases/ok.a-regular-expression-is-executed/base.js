export function find(text) {
  return text.match(/a/);
}
