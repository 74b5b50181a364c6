"""Old names that only ask the authority."""
from auth_sdk import AuthorityClient

_client = AuthorityClient.from_environment()


def validate_token(token):
    return _client.validate_token(token)


def verify_jwt(token: str) -> dict:
    verdict = _client.validate(token)
    if verdict.reason:
        raise PermissionError(verdict.reason)
    return verdict.claims


class JwtValidator:
    def __init__(self, client):
        self.client = client

    def validate(self, token):
        return self.client.introspect(token)

    def is_valid(self, token):
        return self.validate(token).active
