/** Words without which no file has a floor, so that what reads floors is loaded only for those that might. */
const WORDS =
  /test|spec|security|testing|e2e|[._]cy[._]|cypress|playwright|integration|vite|jest|karma|mocha|nyc|c8rc|conftest|pyproject|setup\.cfg|tox\.ini|package\.json|coveragerc|noxfile|makefile|snap|\.ambr/iu;

export function mayHoldTests(path: string): boolean {
  return WORDS.test(path);
}
