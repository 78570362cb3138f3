export function go(res, to) {
  res.redirect(to);
}
