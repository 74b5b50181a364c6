from authlib.jose import JsonWebKey, JsonWebToken, jwt
from authlib.jose import JsonWebSignature as Jws
from authlib.integrations.requests_client import OAuth2Session


def claims(token, jwks):
    key_set = JsonWebKey.import_key_set(jwks)
    found = jwt.decode(token, key_set)  # expect: local-decode
    found.validate()
    return found


def strict(token, key):
    return JsonWebToken(["ES256"]).decode(token, key)  # expect: local-decode


def sealed(header, payload, key):
    return Jws().serialize_compact(header, payload, key)  # expect: local-sign


def client(client_id, secret):
    return OAuth2Session(client_id, secret, scope="openid")
