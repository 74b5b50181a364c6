"""Options that do not stand in the call."""
import sys
from datetime import timedelta

import jwt
from fastapi_users.authentication import JWTStrategy
from flask_jwt_extended import decode_token

KEY = open("/keys/public.pem").read()
LOOSE = {"algorithms": ["ES256"], "options": {"verify_exp": False}}
STRICT = {"algorithms": ["ES256"], "audience": "orders"}


def loose(token):
    return jwt.decode(token, KEY, **LOOSE)  # expect: local-decode, weak-validation


def strict(token):
    return jwt.decode(token, KEY, **STRICT)  # expect: local-decode


def made(token):
    return jwt.PyJWT(options={"verify_aud": False}).decode(token, KEY, algorithms=["ES256"])  # expect: local-decode, weak-validation


def late(token):
    return jwt.decode(token, KEY, algorithms=["ES256"], leeway=timedelta(days=2))  # expect: local-decode, weak-validation


def little(token):
    return jwt.decode(token, KEY, algorithms=["ES256"], leeway=timedelta(seconds=30))  # expect: local-decode


def expired(token):
    return decode_token(token, allow_expired=True)  # expect: local-decode, weak-validation


def loaded(token):
    return sys.modules["jwt"].decode(token, KEY, algorithms=["ES256"])  # expect: local-decode


def strategy():
    return JWTStrategy(secret="orders-strategy-77", lifetime_seconds=600)  # expect: local-decode, secret-hardcoded


class Reader:
    def _claims(self, token):
        return jwt.decode(token, KEY, algorithms=["ES256"])  # expect: local-decode


class Gate(Reader):
    def is_valid_token(self, token):  # expect: validate-duplicate
        try:
            return bool(self._claims(token))
        except jwt.InvalidTokenError:
            return False


async def handler(request):
    return jwt.decode(request.token, request.app["jwt_secret"], algorithms=["HS256"])  # expect: local-decode, secret-env-read
