package shop.payments;

import java.math.BigDecimal;

public class Payments {
  private static final BigDecimal LIMIT = new BigDecimal("10000");

  public Receipt pay(Account account, BigDecimal amount) {
    Objects.requireNonNull(account, "account");
    Preconditions.checkArgument(amount.signum() > 0, "amount");
    if (amount.compareTo(LIMIT) > 0) {
      throw new LimitExceededException(amount);
    }
    try {
      signatures.verify(account.order());
    } catch (SignatureException e) {
      log.error("signature of {}", account, e);
      throw new PaymentRefusedException(e);
    } finally {
      audit.attempt(account, amount);
    }
    return ledger.book(account, amount);
  }
}
