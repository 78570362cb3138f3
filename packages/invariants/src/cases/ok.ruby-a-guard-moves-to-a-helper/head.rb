module Backups
  ROOT = Pathname("/var/backups")

  def self.read(name)
    path = ROOT.join(name).cleanpath
    ensure_inside(path)

    path.binread
  end

  def self.ensure_inside(path)
    unless path.to_s.start_with?(ROOT.to_s)
      raise ArgumentError, "#{path} is outside of #{ROOT}"
    end
  end
end

module Restore
  def self.run(name, target)
    data = Backups.read(name)
    raise ArgumentError, "empty backup" if data.empty?

    Zlib.gunzip(data).then { |text| File.write(target, text) }
  end
end
