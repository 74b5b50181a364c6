"""Names of settings in tables, and who walks through them."""
import os
from dataclasses import dataclass

BY_STAGE = {
    "staging": "JWT_SECRET_STAGING",  # expect: deprecated-secret-name
    "production": "JWT_SECRET_KEY",
}
LIMITS = {"staging": "RATE_LIMIT_STAGING", "production": "RATE_LIMIT"}


@dataclass
class Needed:
    name: str
    length: int = 1


NEEDED = [Needed("DATABASE_URL"), Needed("JWT_SECRET_KEY", length=32)]
OPTIONAL = [Needed("SENTRY_DSN"), Needed("LOG_LEVEL")]


def of_stage(stage):
    return os.environ.get(BY_STAGE.get(stage))  # expect: secret-env-read


def limit(stage):
    return os.environ.get(LIMITS[stage])


def computed(stage):
    return os.environ[f"JWT_SECRET_{stage.upper()}"]  # expect: secret-env-read, deprecated-secret-name


def mappings():
    return {
        "REDIS_PASSWORD": {"target": "redis.password"},
        "JWT_SECRET_KEY": {"target": "auth.key"},
    }


def load():
    found = {}
    for name, meta in mappings().items():
        found[meta["target"]] = os.environ.get(name)  # expect: secret-env-read
    return found


def missing():
    return [one.name for one in NEEDED if len(os.environ.get(one.name, "")) < one.length]  # expect: secret-env-read


def unset():
    return [one for one in sorted(LIMITS.values()) if one not in os.environ]
