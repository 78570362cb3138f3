class WebhookJob
  def perform(payload, signature)
    verify(payload, signature)
    Event.create!(JSON.parse(payload))
  rescue OpenSSL::HMACError => e
    nil
  end

  private

  def verify(payload, signature)
    digest = OpenSSL::HMAC.hexdigest("SHA256", secret, payload)
    raise OpenSSL::HMACError, "mismatch" unless Rack::Utils.secure_compare(digest, signature)
  end
end
