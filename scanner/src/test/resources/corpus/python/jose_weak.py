from jose import jws, jwt
from jose.exceptions import JWTError


def subject(token, key):
    claims = jwt.decode(token, key, algorithms="HS256", options={"verify_exp": False})  # expect: local-decode, weak-validation
    return claims["sub"]


def anything(token):
    return jwt.decode(token, "", options={"verify_signature": False, "verify_aud": False})  # expect: unverified-decode, weak-validation


def peek(token):
    try:
        return jwt.get_unverified_claims(token)  # expect: unverified-decode
    except JWTError:
        return None


def seal(payload):
    return jws.sign(payload, "a-very-literal-key", algorithm="HS256")  # expect: local-sign, secret-hardcoded


def open_seal(sealed, key):
    return jws.verify(sealed, key, algorithms=["none", "HS256"])  # expect: local-decode, weak-validation
