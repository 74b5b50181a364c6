from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken
from rest_framework_simplejwt.exceptions import TokenError


def login(user):
    refresh = RefreshToken.for_user(user)  # expect: local-sign
    return {"refresh": str(refresh), "access": str(refresh.access_token)}


def check_token(raw):  # expect: validate-duplicate
    try:
        return AccessToken(raw)  # expect: local-decode
    except TokenError:
        return None


def backend(raw, key):
    return TokenBackend("HS256", signing_key=key).decode(raw, verify=False)  # expect: unverified-decode, weak-validation
