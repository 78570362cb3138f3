const SLUG = /^[a-z0-9-]{1,40}$/;

export function assertSlug(ctx, slug) {
  if (!SLUG.test(slug)) ctx.throw(400, 'bad slug');
}
