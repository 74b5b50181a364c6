import jwt

RELAXED = {"verify_signature": False}
NO_EXPIRY = {"verify_exp": False, "verify_aud": True}
STRICT = {"require": ["exp", "iat", "sub"]}
ALGORITHMS = ["ES256"]


def relaxed(token):
    return jwt.decode(token, options=RELAXED)  # expect: unverified-decode, weak-validation


def ageless(token, key):
    return jwt.decode(token, key, ALGORITHMS, options=NO_EXPIRY)  # expect: local-decode, weak-validation


def strict(token, key):
    return jwt.decode(token, key, ALGORITHMS, options=STRICT, audience="orders")  # expect: local-decode


def old_style(token):
    return jwt.decode(token, verify=False)  # expect: unverified-decode, weak-validation


def given(token, key, options):
    return jwt.decode(token, key, algorithms=ALGORITHMS, **options)  # expect: local-decode
