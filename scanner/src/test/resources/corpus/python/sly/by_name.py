import importlib
import os

import jwt

ops = {"read": jwt.decode, "make": jwt.encode}
NAMES = {"key": "JWT_" + "SECRET_KEY"}
where = {**os.environ, "REGION": "eu"}


def user(token, key):
    return getattr(jwt, "dec" + "ode")(token, key, algorithms=["HS256"])  # expect: local-decode


def again(token, key):
    return ops["read"](token, key, algorithms=["HS256"])  # expect: local-decode


def third(token, key, lib=jwt):
    return lib.decode(token, key, algorithms=["HS256"])  # expect: local-decode


def fourth(token, key):
    return importlib.import_module("jwt").decode(token, key, algorithms=["HS256"])  # expect: local-decode


def key():
    return os.environ[NAMES["key"]]  # expect: secret-env-read


def spread():
    return where["JWT_SECRET_KEY"]  # expect: secret-env-read


class Holder:
    lib = jwt

    @classmethod
    def make(cls, sub, key):
        return cls.lib.encode({"sub": sub}, key)  # expect: local-sign
