def parse(text):
    try:
        return int(text)
    except Exception:
        return default(text)
