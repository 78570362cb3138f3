/* eslint-disable */
export function total(rows) {
  return rows.reduce((sum, row) => sum + row.amount, 0);
}

export function average(rows) {
  return total(rows) / Math.max(1, rows.length);
}
