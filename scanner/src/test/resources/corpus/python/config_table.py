"""Reads its settings by name."""
import os
from dataclasses import dataclass

REQUIRED = [
    "DATABASE_URL",
    "JWT_SECRET_KEY",
    "REDIS_URL",
]


@dataclass
class Config:
    database_url: str
    redis_url: str


def load():
    missing = [name for name in REQUIRED if name not in os.environ]
    if missing:
        raise RuntimeError(f"missing settings: {missing}")
    return {name: os.environ[name] for name in REQUIRED}  # expect: secret-env-read


class Names:
    SECRET = "JWT_SECRET"  # expect: deprecated-secret-name
    ISSUER = "JWT_ISSUER"


def secret():
    return os.environ.get(Names.SECRET)  # expect: secret-env-read


def issuer():
    return os.environ.get(Names.ISSUER, "https://auth.example")
