export function assertSlug(ctx, slug) {
  console.debug('slug', slug);
}
