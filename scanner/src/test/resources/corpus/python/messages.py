"""Texts about tokens; nothing here touches one."""
import logging

log = logging.getLogger(__name__)

HELP = "Set JWT_SECRET_KEY before you start; JWT_SECRET is refused."
ERRORS = {
    "expired": "the jwt is expired",
    "missing": "JWT_SECRET_KEY is not set",
}


def warn(name):
    log.warning("JWT_SECRET_KEY is read by the authority only")
    raise ValueError("do not set JWT_SECRET_KEY here")


def decode_token_type(value):
    """Example::

        import jwt
        jwt.decode(token, "secret")
    """
    # jwt.decode(token, options={"verify_signature": False})
    return {"at+jwt": "access", "JWT": "id"}.get(value)


def jwt_secret_help():
    return HELP
