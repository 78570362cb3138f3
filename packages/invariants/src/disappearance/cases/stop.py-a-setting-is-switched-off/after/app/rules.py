from app import settings


def compute(formula):
    if settings.FORMULAS:
        return eval(formula)
    return None
