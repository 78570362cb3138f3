package shop.reports

import java.sql.Connection

class Reports(private val connection: Connection) {
  fun find(owner: String): List<Row> {
    val statement = connection.createStatement()
    return rows(statement.executeQuery("SELECT * FROM reports WHERE owner = '${owner}'"))
  }

  fun render(request: HttpServletRequest): Process {
    val name = request.getParameter("name")
    return ProcessBuilder("wkhtmltopdf", "--", name).start()
  }
}
