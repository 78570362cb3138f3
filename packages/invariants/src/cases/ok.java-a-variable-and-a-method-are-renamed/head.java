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
  public byte[] download(@RequestParam String name) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw new AccessDeniedException(name);
    }
    if (Files.size(file) > MAX_SIZE) {
      throw new IllegalArgumentException("too large");
    }
    return Files.readAllBytes(file);
  }
}
