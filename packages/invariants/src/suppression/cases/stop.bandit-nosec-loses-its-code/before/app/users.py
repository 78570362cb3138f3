def find(connection, name):
    return connection.execute("SELECT * FROM users WHERE name = '%s'" % name)  # nosec B608
