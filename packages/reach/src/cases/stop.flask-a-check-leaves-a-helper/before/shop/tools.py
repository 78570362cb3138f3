import os

FORMATS = {"png", "webp"}


def convert(fmt):
    if fmt not in FORMATS:
        raise ValueError(fmt)
    os.system("convert in.jpg out." + fmt)
