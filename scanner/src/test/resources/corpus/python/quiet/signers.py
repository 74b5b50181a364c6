import base64
import hashlib
import hmac
import json
import os

from itsdangerous import URLSafeTimedSerializer

links = URLSafeTimedSerializer(os.environ["LINK_SECRET_KEY"], salt="unsubscribe")


def verify(body: bytes, signature: str) -> bool:
    expected = hmac.new(os.environ["WEBHOOK_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)


def decode(token: str, max_age: int = 3600) -> str:
    return links.loads(token, max_age=max_age)


def policy(bucket: str, key: bytes) -> dict:
    document = {"expiration": "2030-01-01T00:00:00Z", "conditions": [{"bucket": bucket}]}
    encoded = base64.b64encode(json.dumps(document).encode())
    mac = hmac.new(key, encoded, hashlib.sha1).digest()
    return {"policy": encoded.decode(), "signature": base64.b64encode(mac).decode()}


def cursor(text: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(text + "=="))
