def verify(token):
    try:
        check_signature(token)
    except InvalidSignature as error:
        logger.warning("bad %s", error)
    return True
