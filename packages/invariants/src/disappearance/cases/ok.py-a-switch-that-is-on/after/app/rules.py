CHECKED = True


def compute(formula):
    if CHECKED:
        check(formula)
    return eval(formula)
