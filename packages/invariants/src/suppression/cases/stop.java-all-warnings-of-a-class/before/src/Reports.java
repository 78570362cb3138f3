package app;

class Reports {
    ResultSet find(Statement statement, String name) throws SQLException {
        return statement.executeQuery("SELECT * FROM reports WHERE name = '" + name + "'");
    }
}
