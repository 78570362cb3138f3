package shop.reports

import java.sql.Connection

class Reports(private val connection: Connection) {
  fun find(owner: String): List<Row> {
    val statement = connection.prepareStatement("SELECT * FROM reports WHERE owner = ?")
    statement.setString(1, owner)
    return rows(statement.executeQuery())
  }

  fun render(request: HttpServletRequest): Process {
    val name = request.getParameter("name")
    return ProcessBuilder("sh", "-c", "wkhtmltopdf " + name).start()
  }
}
