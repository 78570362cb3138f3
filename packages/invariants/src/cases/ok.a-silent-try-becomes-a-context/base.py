import contextlib

def clean(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
