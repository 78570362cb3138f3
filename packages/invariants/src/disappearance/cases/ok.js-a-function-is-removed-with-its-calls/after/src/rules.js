export function total(rows) {
  return rows.map((row) => row.amount);
}
