package cmd

func find(db *sql.DB, name string) (*sql.Rows, error) {
	return db.Query("SELECT * FROM t WHERE name = '" + name + "'")
}
