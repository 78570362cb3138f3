def check(token):
    return tokens.fresh(token)
