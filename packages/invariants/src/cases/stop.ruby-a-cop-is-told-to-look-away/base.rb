class Formula
  TOKENS = /\A[\d\s+*\/().-]+\z/

  def initialize(text)
    raise ArgumentError, "not a formula" unless TOKENS.match?(text)

    @text = text
  end

  def value
    eval(@text)
  end
end
