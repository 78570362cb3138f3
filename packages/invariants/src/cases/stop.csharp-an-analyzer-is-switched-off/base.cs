using System.Diagnostics;
using Microsoft.Data.SqlClient;

namespace Shop.Reports;

public class Reports
{
    public async Task<int> CountAsync(SqlConnection connection, HttpRequest request)
    {
        var owner = request.Query["owner"].ToString();
        using var command = new SqlCommand("SELECT COUNT(*) FROM Reports WHERE Owner = @owner", connection);
        command.Parameters.AddWithValue("@owner", owner);
        return (int)await command.ExecuteScalarAsync();
    }

    public Settings Load(Stream stream)
    {
        return JsonSerializer.Deserialize<Settings>(stream);
    }

    public void Print()
    {
        Process.Start("lpr", "report.txt");
    }
}
