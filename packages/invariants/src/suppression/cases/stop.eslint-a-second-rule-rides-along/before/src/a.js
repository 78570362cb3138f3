export function run(code) {
  return new Function(code)(); // eslint-disable-line no-console
}
