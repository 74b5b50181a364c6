import jwt
from clients import auth_client
from settings import settings


def current_user(token):
    try:
        return auth_client.validate_token(token)
    except ConnectionError:
        return jwt.decode(token, settings.JWT_SECRET, algorithms=["HS256"])  # expect: local-fallback, local-decode, secret-env-read, deprecated-secret-name


async def second(token):
    result = await auth_client.validate_token(token)
    if result and result.valid:
        return result
    return decode_here(token)  # expect: local-fallback


def decode_here(token):
    return jwt.decode(token, "not-so-secret", algorithms=["HS256"])  # expect: local-decode, secret-hardcoded


def fine(token):
    result = auth_client.validate_token(token)
    if not result.valid:
        raise PermissionError(result.reason)
    return result
