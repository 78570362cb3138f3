// The grammar packages are large (parser.c, prebuilt binaries): only their .wasm files are published, as ours.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const folder = new URL('grammars/', import.meta.url);

const files = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-typescript/tree-sitter-tsx.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
];

await mkdir(folder, { recursive: true });
await Promise.all(files.map((file) => copyFile(resolve(file), new URL(file.split('/')[1], folder))));
