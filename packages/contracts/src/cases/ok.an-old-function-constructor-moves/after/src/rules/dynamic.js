/** Rules of the first generation. */
export function applies(rule, order) {
  return new Function('order', rule.code)(order);
}
