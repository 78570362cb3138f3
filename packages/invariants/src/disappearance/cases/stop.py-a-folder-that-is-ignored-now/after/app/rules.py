def compute(formula):
    return eval(formula)


def noop():
    return None
