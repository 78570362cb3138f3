def verify(token):
    try:
        check_signature(token)
    except InvalidSignature as error:
        raise Denied() from error
    return True
