export function applies(rule, order) {
  return eval?.(rule.code)(order);
}
