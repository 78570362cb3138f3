module Backups
  ROOT = Pathname("/var/backups")

  def self.read(name)
    path = ROOT.join(name).cleanpath
    raise ArgumentError, "outside" unless path.to_s.start_with?(ROOT.to_s)

    path.binread
  end
end

module Restore
  def self.run(name, target)
    data = Backups.read(name)
    raise ArgumentError, "empty backup" if data.empty?

    Zlib.gunzip(data).then { |text| File.write(target, text) }
  end
end
