export function read(text) {
  if (false) {
    eval(text);
  }
  return text;
}
