package shop.reports;

import java.sql.PreparedStatement;
import javax.servlet.http.HttpServletRequest;

public class Reports {
  public List<Row> find(Connection connection, HttpServletRequest request) throws SQLException {
    String owner = request.getParameter("owner");
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM reports WHERE owner = ?")) {
      statement.setString(1, owner);
      return rows(statement.executeQuery());
    }
  }

  public Process render(String name) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", "wkhtmltopdf " + name).start();
  }

  public Settings settings(InputStream in) throws IOException {
    return mapper.readValue(in, Settings.class);
  }
}
