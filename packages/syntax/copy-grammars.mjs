// The grammar packages are large (parser.c, prebuilt binaries): only their .wasm files are published, as ours.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GRAMMAR_PACKAGES } from './dist/index.js';

const { resolve } = createRequire(import.meta.url);
const folder = new URL('grammars/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const [file, owner] of Object.entries(GRAMMAR_PACKAGES)) {
  await copyFile(resolve(`${owner}/${file}`), new URL(file, folder));
}
