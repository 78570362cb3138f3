package shop.documents

import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.response.respond
import java.nio.file.Files
import java.nio.file.Path

class Documents(private val root: Path, private val policy: Policy) {
  fun open(name: String): ByteArray {
    val path = root.resolve(name).normalize()
    if (!path.startsWith(root)) {
      throw AccessDeniedException(name)
    }
    require(Files.size(path) <= policy.maxSize) { "too large" }
    check(Files.isRegularFile(path)) { "not a file" }
    return Files.readAllBytes(path)
  }

  suspend fun show(call: ApplicationCall, user: User?) {
    if (user == null || user.disabled || user.locked) {
      call.respond(HttpStatusCode.Unauthorized)
      return
    }
    val name = call.parameters["name"] ?: throw BadRequestException("name")
    if (!policy.mayRead(user, name)) {
      call.respond(HttpStatusCode.Forbidden)
      return
    }
    call.respond(open(name))
  }
}
