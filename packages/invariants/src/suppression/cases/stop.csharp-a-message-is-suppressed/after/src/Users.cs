class Users
{
    [SuppressMessage("Microsoft.Security", "CA2100:Review SQL queries for security vulnerabilities")]
    public object Find(SqlConnection c, string name)
    {
        return new SqlCommand("select * from users where name = '" + name + "'", c).ExecuteScalar();
    }
}
