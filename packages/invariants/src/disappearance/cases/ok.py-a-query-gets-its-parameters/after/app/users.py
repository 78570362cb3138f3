def find(connection, name):
    return connection.execute("SELECT * FROM users WHERE name = ?", (name,))
