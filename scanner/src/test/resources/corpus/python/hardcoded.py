import os

JWT_SECRET_KEY = "s3cr3t-of-the-orders-service"  # expect: secret-hardcoded
jwt_signing_key = b"0123456789abcdef0123456789abcdef"  # expect: secret-hardcoded
JWT_SECRET_ENV = "JWT_SECRET_KEY"
JWT_SECRET_NAME = "orders/jwt"
JWT_SECRET_PATH = "/run/secrets/jwt"
JWT_SECRET_TEMPLATE = "${JWT_SECRET_KEY}"
jwt_secret = None
JWT_EXPIRATION = "15m"

DEFAULTS = {
    "jwt_secret": "change-me",  # expect: secret-hardcoded
    "jwt_issuer": "https://auth.example",
}


class Settings:
    jwt_secret_key = os.getenv("JWT_SECRET_KEY") or "fallback-secret"  # expect: secret-env-read, secret-hardcoded

    def __init__(self, jwt_secret="default-secret"):  # expect: secret-hardcoded
        self.jwt_secret = jwt_secret
