export async function show(ctx) {
  ctx.body = {};
}
