import os


def convert(fmt):
    os.system("convert in.jpg out." + fmt)
