from functools import wraps

import jwt
from flask import abort, g, request

KEYS = jwt.PyJWKClient("https://auth.example/oauth2/jwks")


def token_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        token = request.headers.get("Authorization", "").split(" ")[-1]
        try:
            key = KEYS.get_signing_key_from_jwt(token)
            g.claims = jwt.decode(token, key.key, algorithms=["ES256"], audience="orders")  # expect: local-decode
        except jwt.InvalidTokenError:
            abort(401)
        return view(*args, **kwargs)

    return inner


@token_required
def orders():
    return g.claims["sub"]
