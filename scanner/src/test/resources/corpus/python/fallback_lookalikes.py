import json
import logging

import requests

log = logging.getLogger(__name__)


def user_of(token, auth_client, cache):
    try:
        return auth_client.validate_token(token)
    except requests.RequestException:
        log.exception("authority is down")
        raise


def retried(token, auth_client):
    for _ in range(3):
        try:
            return auth_client.validate_token(token)
        except requests.Timeout:
            continue
    raise ConnectionError("authority is down")


def body(answer):
    try:
        return json.loads(answer.text)
    except ValueError:
        return answer.content.decode("utf-8")


def second_authority(token, auth_client, other):
    try:
        return auth_client.validate_token(token)
    except ConnectionError:
        return other.introspect(token)
