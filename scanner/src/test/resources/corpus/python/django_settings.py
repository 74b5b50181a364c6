import os
from datetime import timedelta

import environ

env = environ.Env()

SECRET_KEY = env("DJANGO_SECRET_KEY")

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

JWT_AUTH = {
    "JWT_SECRET_KEY": env("JWT_SECRET_KEY"),  # expect: secret-env-read
    "JWT_EXPIRATION_DELTA": timedelta(minutes=15),
}

SIMPLE_JWT = {
    "SIGNING_KEY": os.environ.get("JWT_SIGNING_KEY", "insecure-dev-signing-key"),  # expect: secret-env-read, secret-hardcoded
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
}
