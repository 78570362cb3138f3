class Importer
  def run(file)
    archive = Archive.open(file)
    archive.each do |entry|
      begin
        check(entry)
        store(entry)
      rescue UnsafeEntry => e
        quarantine(entry, e)
      end
    end
  end

  def check(entry)
    raise UnsafeEntry, entry.name if entry.name.include?("..") || entry.symlink?
  end
end
