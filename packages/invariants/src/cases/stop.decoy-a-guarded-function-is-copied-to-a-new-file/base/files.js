import { join, resolve, sep } from 'node:path';
import { readFile } from 'node:fs/promises';
import { NotFound } from './errors.js';

const root = resolve('public');

export async function sendFile(name, res) {
  const file = resolve(join(root, name));
  if (!file.startsWith(root + sep)) {
    throw new NotFound(name);
  }
  const body = await readFile(file);
  res.setHeader('content-type', typeOf(file));
  res.end(body);
}

function typeOf(file) {
  return file.endsWith('.html') ? 'text/html' : 'application/octet-stream';
}
