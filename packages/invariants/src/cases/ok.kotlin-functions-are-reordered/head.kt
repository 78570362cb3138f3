package shop.reports

import java.sql.Connection

class Reports(private val connection: Connection) {
  /** Renders a report as PDF. */
  fun render(request: HttpServletRequest): Process {
    val name = request.getParameter("name")
    return ProcessBuilder("wkhtmltopdf", "--quiet", "--", name).start()
  }

  fun find(owner: String): List<Row> {
    val statement = connection.prepareStatement("SELECT * FROM reports WHERE owner = ?")
    statement.setString(1, owner)
    return rows(statement.executeQuery())
  }

}
