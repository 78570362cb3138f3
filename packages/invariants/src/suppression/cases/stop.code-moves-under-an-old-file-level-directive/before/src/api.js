import { old } from './old.js';

export function search(db, name) {
  return db.query("SELECT * FROM t WHERE name = '" + name + "'");
}
