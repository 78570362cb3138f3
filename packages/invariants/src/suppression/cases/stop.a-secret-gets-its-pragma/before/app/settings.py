PAYMENT_KEY = load("payment")
