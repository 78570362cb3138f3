/* eslint-disable */
export function old() {
  return 1;
}

export function search(db, name) {
  return db.query("SELECT * FROM t WHERE name = '" + name + "'");
}
