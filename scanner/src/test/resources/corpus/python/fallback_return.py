import logging

import jwt
import requests

log = logging.getLogger(__name__)


def user_of(token, key):
    answer = requests.post("http://auth:8080/auth/validate", json={"token": token}, timeout=2)
    if answer.status_code == 200:
        return answer.json()
    log.warning("authority said no, trying locally")
    return jwt.decode(token, key, algorithms=["HS256"])  # expect: local-fallback, local-decode


def user_or(token, key, auth_client):
    return auth_client.validate_token(token) or _local(token, key)  # expect: local-fallback


def _local(token, key):
    return jwt.decode(token, key, algorithms=["HS256"])  # expect: local-decode


def tried(token, key, auth_client):
    user = None
    try:
        user = auth_client.verify_token(token)
    except requests.RequestException:
        log.exception("authority is down")
    if user is None:
        user = jwt.decode(token, options={"verify_signature": False})  # expect: local-fallback, unverified-decode, weak-validation
    return user
