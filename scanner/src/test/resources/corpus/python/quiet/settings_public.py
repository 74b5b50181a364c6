from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="ORDERS_")

    jwt_issuer: str = "https://auth.example.com"
    jwt_audience: str = "orders"
    jwt_public_key: str = Field(default="", description="the key that jwt.decode needs")
    jwt_jwks_url: str = "https://auth.example.com/.well-known/jwks.json"
    jwt_cookie_name: str = "access_token"
    jwt_expires_minutes: int = 15
    stripe_secret_key: SecretStr
    github_token: SecretStr
    session_secret: SecretStr
    csrf_secret: SecretStr


settings = Settings()

MESSAGES = {
    "jwt_expired": "Your session has expired",
    "jwt_secret_missing": "JWT signing is the authority's work",
}
