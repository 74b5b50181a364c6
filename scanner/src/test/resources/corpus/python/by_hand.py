import base64
import hashlib
import hmac
import json


def claims_of(token):
    header, payload, signature = token.split(".")
    padded = payload + "=" * (-len(payload) % 4)
    return json.loads(base64.urlsafe_b64decode(padded))  # expect: unverified-decode


def make(claims, key):
    header = {"alg": "HS256", "typ": "JWT"}
    first = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=")
    second = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=")
    mac = hmac.new(key, first + b"." + second, hashlib.sha256).digest()  # expect: local-sign
    return first + b"." + second + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")
