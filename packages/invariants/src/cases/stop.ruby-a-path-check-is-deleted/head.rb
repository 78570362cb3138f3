module Attachments
  ROOT = "/srv/attachments"

  # The attachment of that name, as bytes.
  def self.read(name)
    path = File.expand_path(name, ROOT)
    raise NotFound, name unless File.file?(path)

    File.binread(path)
  end
end
