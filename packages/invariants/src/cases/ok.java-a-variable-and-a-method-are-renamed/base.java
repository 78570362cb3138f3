package shop.attachments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@RestController
public class AttachmentController {
  private final Path root;

  AttachmentController(Path root) {
    this.root = root;
  }

  @GetMapping("/attachments")
  public byte[] read(@RequestParam String name) throws IOException {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new AccessDeniedException(name);
    }
    if (Files.size(path) > MAX_SIZE) {
      throw new IllegalArgumentException("too large");
    }
    return Files.readAllBytes(path);
  }
}
