package app;

class Reports {
    @SuppressWarnings({"deprecation", "unchecked"})
    ResultSet find(Statement statement, String name) throws SQLException {
        return statement.executeQuery("SELECT * FROM reports WHERE name = '" + name + "'");
    }
}
