import hashlib


# ruff: disable[S324]
def digest(password):
    return hashlib.md5(password).hexdigest()
# ruff: enable[S324]
