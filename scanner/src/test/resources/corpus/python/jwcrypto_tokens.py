from jwcrypto import jwk
from jwcrypto import jwt as tokens
from jwcrypto.jws import JWS


def make(claims, key: jwk.JWK) -> str:
    token = tokens.JWT(header={"alg": "ES256"}, claims=claims)
    token.make_signed_token(key)  # expect: local-sign
    return token.serialize()


def read(raw, key):
    return tokens.JWT(jwt=raw, key=key).claims  # expect: local-decode


def verify_parts(raw, key):
    parts = JWS()
    parts.deserialize(raw)  # expect: unverified-decode, weak-validation
    parts.verify(key)  # expect: local-decode
    return parts.payload


def new_key():
    return jwk.JWK.generate(kty="EC", crv="P-256")
