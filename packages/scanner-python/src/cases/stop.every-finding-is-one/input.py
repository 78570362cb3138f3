def twice(text: str):
    return eval(text) + eval(text)
