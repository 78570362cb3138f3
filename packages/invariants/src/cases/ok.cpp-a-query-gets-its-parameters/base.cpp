Rows Customers::search(sqlite::Connection &db, const std::string &name) {
  if (name.empty()) {
    return {};
  }
  return db.query("SELECT id FROM customers WHERE name = '" + name + "'");
}

void Customers::remove(sqlite::Connection &db, long id, const Session &session) {
  if (!session.admin) {
    throw Forbidden("customers");
  }
  db.query("DELETE FROM customers WHERE id = ?", id);
}
