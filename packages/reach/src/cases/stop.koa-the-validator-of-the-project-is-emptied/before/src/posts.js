import { readFile } from 'node:fs/promises';
import { assertSlug } from './validate.js';

export async function show(ctx) {
  const { slug } = ctx.params;
  assertSlug(ctx, slug);
  ctx.body = { text: await readFile(`posts/${slug}.md`, 'utf8') };
}
