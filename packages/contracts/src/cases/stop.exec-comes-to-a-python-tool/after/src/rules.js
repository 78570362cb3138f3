export function applies(rule, order) {
  return order[rule.field] === rule.value;
}
