import hashlib

from cryptography.hazmat.primitives.asymmetric import rsa


def digest(password: bytes) -> str:
    return hashlib.md5(password).hexdigest()


def key():
    return rsa.generate_private_key(65537, 1024)
