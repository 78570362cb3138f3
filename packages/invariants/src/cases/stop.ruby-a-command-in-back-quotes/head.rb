require "open3"

class HostCheck
  HOST = /\A[a-z0-9.-]{1,253}\z/

  def initialize(host)
    raise ArgumentError, "no host" unless HOST.match?(host)

    @host = host
  end

  def alive?
    !`ping -c 1 #{@host}`.empty?
  end
end
