import contextlib

def clean(path):
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)
