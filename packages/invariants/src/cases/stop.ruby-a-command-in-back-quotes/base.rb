require "open3"

class HostCheck
  HOST = /\A[a-z0-9.-]{1,253}\z/

  def initialize(host)
    raise ArgumentError, "no host" unless HOST.match?(host)

    @host = host
  end

  def alive?
    _, status = Open3.capture2e("ping", "-c", "1", @host)
    status.success?
  end
end
