PAYMENT_KEY = "pk_live_9s8d7f6g5h4j3k2l"  # pragma: allowlist secret
