"""A shop's settings, with classes and their names."""
import environ

env = environ.Env(DEBUG=(bool, False))

SECRET_KEY = env("DJANGO_SECRET_KEY")
SIGNING_KEY = env.str("JWT_SIGNING_KEY", default="shop-signing-0815")  # expect: secret-env-read, secret-hardcoded
SMTP_SECRET = env.str("SMTP_SECRET", default="")

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": (
        "rest_framework_simplejwt.authentication.JWTAuthentication",  # expect: local-decode
        "rest_framework.authentication.SessionAuthentication",
    ),
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
