export function readCart(req, res, next) {
  req.cart = JSON.parse(Buffer.from(req.cookies.cart, 'base64').toString());
  next();
}
