export async function byName(db: Database, name: string) {
  return db.query(`SELECT * FROM users WHERE name = '${name}'`);
}

export async function byId(db: Database, id: string) {
  return db.query('DELETE FROM users WHERE id = ' + id);
}
