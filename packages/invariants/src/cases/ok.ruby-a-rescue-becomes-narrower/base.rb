class Exchange
  def rate(currency)
    response = client.get("/rates/#{currency}")
    BigDecimal(JSON.parse(response.body).fetch("rate"))
  rescue => e
    logger.warn(e.message)
    nil
  end
end

class Converter
  def initialize(exchange)
    @exchange = exchange
  end

  def convert(amount, currency)
    rate = @exchange.rate(currency)
    raise Unavailable, currency if rate.nil?

    (amount * rate).round(2)
  end
end
