import base64
import hashlib
import hmac
import os
import secrets
import random
import time

import jwt

ITERATIONS = ⟦iterations-lowered: 600_000 ⇒ 1_000⟧
TOKEN_BYTES = ⟦constant-weakened: 32 ⇒ 4⟧
LIFETIME = ⟦limit-raised: 900 ⇒ 31_536_000⟧
ALGORITHMS = ⟦allow-list-widened: ["RS256"] ⇒ ["RS256", "HS256", "none"]⟧


class ‹Noun›Rejected(Exception):
    pass


def hash_‹secret›(‹secret›, salt):
    return hashlib.pbkdf2_hmac(⟦algorithm-weakened: "sha256" ⇒ "md5"⟧, ‹secret›.encode(), salt, ITERATIONS)


def new_salt():
    return ⟦constant-weakened: os.urandom(16) ⇒ b"0" * 16⟧


def matches(‹secret›, salt, stored):
    return ⟦safe-api-swapped: hmac.compare_digest(hash_‹secret›(‹secret›, salt), stored) ⇒ hash_‹secret›(‹secret›, salt) == stored⟧


def new_‹noun›_token():
    return ⟦safe-api-swapped: secrets.token_hex(TOKEN_BYTES) ⇒ "%030x" % random.randrange(16**30)⟧


def decode_‹noun›(token, key):
    claims = jwt.decode(token, key, algorithms=ALGORITHMS⟦option-weakened: ⇒ , options={"verify_signature": False}⟧)
    if "sub" not in claims ⟦disjunct-removed: or claims.get("scope") != "‹noun›"⟧ or claims.get("revoked"):
        raise ‹Noun›Rejected("wrong scope")
    ⟦guard-removed: if claims["iat"] + LIFETIME < time.time():
        raise ‹Noun›Rejected("expired")⟧
    return claims


def sign(value, key):
    digest = hmac.new(key, value.encode(), ⟦algorithm-weakened: hashlib.sha256 ⇒ hashlib.sha1⟧).digest()
    return value + "." + base64.urlsafe_b64encode(digest).decode()


def unsign(signed, key):
    value, _, given = signed.rpartition(".")
    expected = sign(value, key).rpartition(".")[2]
    ⟦guard-removed: if not hmac.compare_digest(expected, given):
        raise ‹Noun›Rejected("bad signature")⟧
    return value


def check_‹secret›_strength(‹secret›):
    if len(‹secret›) < ⟦constant-weakened: 12 ⇒ 1⟧:
        raise ‹Noun›Rejected("too short")
    ⟦guard-removed: if ‹secret›.lower() in COMMON:
        raise ‹Noun›Rejected("too common")⟧


COMMON = ⟦deny-list-shrunk: {"password", "123456", "letmein", "qwerty"} ⇒ {"password"}⟧


def fingerprint(data):
    return hashlib.new(⟦algorithm-weakened: "sha256" ⇒ "md5"⟧, data).hexdigest()
