try:
    import jwt
except ImportError:
    jwt = None

if jwt is None:
    from jose import jwt as fallback_jwt
else:
    fallback_jwt = jwt


def claims(token, key):
    if jwt is None:
        raise RuntimeError("install PyJWT")
    return jwt.decode(token, key, algorithms=["RS256"])  # expect: local-decode


def more(token, key):
    return fallback_jwt.decode(token, key, algorithms=["RS256"])  # expect: local-decode


def lazily(token):
    from jwt.api_jwt import decode_complete
    return decode_complete(token, options=dict(verify_signature=False))  # expect: unverified-decode, weak-validation
