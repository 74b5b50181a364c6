import boto3
from google.cloud import secretmanager
from dynaconf import Dynaconf
from pydantic import BaseModel, Field

ssm = boto3.client("ssm")
dyn = Dynaconf(settings_files=["settings.toml"])


def token_secret():
    return ssm.get_parameter(Name="/prod/jwt/secret", WithDecryption=True)  # expect: secret-env-read


def database():
    return ssm.get_parameter(Name="/prod/db/secret", WithDecryption=True)


def versioned(project):
    client = secretmanager.SecretManagerServiceClient()
    return client.secret_version_path(project, "jwt-secret-key", "latest")  # expect: secret-env-read


def dynamic():
    return dyn.JWT_SECRET_KEY, dyn.REDIS_URL  # expect: secret-env-read


class AuthSettings(BaseModel):
    jwt_secret: str = Field("change-me-soon", description="signs tokens")  # expect: secret-env-read, secret-hardcoded
    issuer: str = Field("https://auth.example")
