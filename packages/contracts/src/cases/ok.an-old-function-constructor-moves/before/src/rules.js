export function applies(rule, order) {
  return new Function('order', rule.code)(order);
}
