import os
from functools import partial
from jwt import decode as read_it, encode
import importlib

PREFIX = "JWT_"
NAMES = {"token": PREFIX + "SECRET", "db": "DATABASE_PASSWORD"}  # expect: deprecated-secret-name


def secret():
    return os.getenv(NAMES["token"])  # expect: secret-env-read


def other(environ):
    name = f"{PREFIX}SECRET_KEY"
    return os.environ.get(name, "development-only")  # expect: secret-env-read, secret-hardcoded


def lazily(token):
    import jwt as j
    return j.decode(token, secret(), algorithms=["none"])  # expect: local-decode, weak-validation


def aliased(token, key):
    return read_it(token, key, ["HS256"])  # expect: local-decode


def loaded(token, key):
    module = importlib.import_module("jwt")
    return module.decode(token, key, algorithms=["ES256"])  # expect: local-decode


check = partial(read_it, algorithms=["HS256"])  # expect: local-decode
