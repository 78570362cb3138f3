class Users
{
    public object Find(SqlConnection c, string name)
    {
        return new SqlCommand("select * from users where name = '" + name + "'", c).ExecuteScalar();
    }
}
