package app;

class Reports {
    @SuppressFBWarnings(value = "SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE", justification = "internal")
    ResultSet find(Statement statement, String name) throws SQLException {
        return statement.executeQuery("SELECT * FROM reports WHERE name = '" + name + "'");
    }
}
