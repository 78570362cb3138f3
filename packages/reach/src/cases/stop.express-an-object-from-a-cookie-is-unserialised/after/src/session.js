import serialize from 'node-serialize';

export function readCart(req, res, next) {
  req.cart = serialize.unserialize(Buffer.from(req.cookies.cart, 'base64').toString());
  next();
}
