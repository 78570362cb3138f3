import { readFileSync } from 'node:fs';

export function value(object, key, file) {
  const found = object[key];
  const module = require(file);
  return found === key ? readFileSync(file) : new RegExp(key).test(module.name);
}
