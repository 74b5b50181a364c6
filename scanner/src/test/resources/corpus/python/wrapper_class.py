import logging
from datetime import datetime, timezone

from jwt import ExpiredSignatureError, InvalidTokenError, PyJWT

logger = logging.getLogger(__name__)


class TokenService:
    def __init__(self, key, lifetime):
        self._codec = PyJWT()
        self._key = key
        self._lifetime = lifetime

    def issue(self, subject):
        claims = {"sub": subject, "exp": datetime.now(timezone.utc) + self._lifetime}
        return self._codec.encode(claims, self._key, algorithm="HS256")  # expect: local-sign

    def validate(self, token):  # expect: validate-duplicate
        try:
            return self._decode(token)
        except ExpiredSignatureError:
            logger.info("token expired")
        except InvalidTokenError:
            logger.warning("invalid token, jwt.decode failed")
        return None

    def _decode(self, token):
        return self._codec.decode(token, self._key, algorithms=["HS256"])  # expect: local-decode
