import { start } from './lib.min.js';

export { start };

export function report(name, code) {
  console.log(name, code);
}
