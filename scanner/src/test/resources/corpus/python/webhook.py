"""Checks signatures of webhooks and reads uploads; no token is involved."""
import base64
import hashlib
import hmac
import json


def verify_webhook(body: bytes, header: str, secret: bytes) -> bool:
    algorithm, signature = header.split("=")
    mac = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return algorithm == "sha256" and hmac.compare_digest(mac, signature)


def attachment(message):
    name, extension = message["name"].split(".")
    return name, extension, base64.b64decode(message["content"])


def config(text):
    return json.loads(base64.b64decode(text))


def sign_url(path, secret):
    mac = hmac.new(secret, path.encode(), hashlib.sha256)
    return path + "?sig=" + base64.urlsafe_b64encode(mac.digest()).decode()
