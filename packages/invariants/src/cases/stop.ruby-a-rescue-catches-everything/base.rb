class TokenReader
  ANONYMOUS = Session.new(nil).freeze

  def session(header)
    token = header.delete_prefix("Bearer ")
    claims = JWT.decode(token, key, true, algorithm: "ES256").first
    Session.new(claims.fetch("sub"))
  rescue JWT::ExpiredSignature
    renew(token)
  end

  def key
    @key ||= OpenSSL::PKey.read(File.read(Settings.key_file))
  end
end
