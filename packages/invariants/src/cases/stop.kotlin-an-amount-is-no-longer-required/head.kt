package shop.payments

import java.math.BigDecimal

class Payments(private val ledger: Ledger, private val limit: BigDecimal) {
  fun pay(account: Account?, amount: BigDecimal): Receipt {
    requireNotNull(account)
    check(!account.frozen)
    if (amount > limit) throw LimitExceeded(amount)
    account.holds.forEach { hold ->
      if (hold.isLegal) return@forEach
      hold.release()
    }
    return ledger.book(account, amount)
  }
}
