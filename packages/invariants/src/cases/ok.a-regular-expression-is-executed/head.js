export function find(text, pattern) {
  return pattern.exec(text);
}
