def parse(text):
    try:
        return int(text)
    except (TypeError, ValueError):
        return None
