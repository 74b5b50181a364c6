import base64
import codecs
import json
import logging

log = logging.getLogger(__name__)
RESERVED = "JWT_SECRET_KEY must not be set here"


def decode(payload):
    return json.loads(base64.b64decode(payload))


def verify(message, signature):
    return codecs.decode(message, "hex") == signature


class JwtReader:
    """Reads settings; import jwt and jwt.decode(token) are not used."""

    def decode(self, data):
        return data.decode("utf-8")


def validate_token(token, client):
    log.info("validating a jwt")
    return client.validate(token)
