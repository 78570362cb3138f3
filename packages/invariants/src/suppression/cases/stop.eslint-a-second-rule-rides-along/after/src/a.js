export function run(code) {
  return new Function(code)(); // eslint-disable-line no-console, no-new-func -- see the wiki
}
