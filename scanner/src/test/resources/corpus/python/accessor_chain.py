from functools import lru_cache

from app.core import get_settings
from shared.configuration import UnifiedConfig


@lru_cache
def signing_material():
    config = UnifiedConfig.load()
    return config.security.jwt.secret_key  # expect: secret-env-read


def through_getattr(settings):
    return getattr(settings, "jwt_secret_key")  # expect: secret-env-read


def chained():
    return get_settings().auth_config.jwt_secret  # expect: secret-env-read


def lifetime(settings):
    return settings.jwt_expire_minutes, settings.jwt_issuer, settings.jwt_algorithm


def by_key(config):
    return config["jwt_secret_key"]  # expect: secret-env-read


def public(config):
    return config["jwt_public_key_url"]
