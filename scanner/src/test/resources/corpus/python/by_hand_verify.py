import base64
import hashlib
import hmac
import json
import time


def _b64(part):
    return base64.urlsafe_b64decode(part + "==")


def verify_token(token, key):  # expect: validate-duplicate
    head, body, sig = token.split(".")
    expected = hmac.new(key, f"{head}.{body}".encode(), hashlib.sha256).digest()  # expect: local-decode
    if not hmac.compare_digest(expected, _b64(sig)):
        raise ValueError("bad signature")
    claims = json.loads(_b64(body))
    if claims["exp"] < time.time():
        raise ValueError("expired")
    return claims
