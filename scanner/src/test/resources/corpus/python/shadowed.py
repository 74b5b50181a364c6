"""Things that are only called jwt."""
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jwt as jwt_types


def read(jwt):
    return jwt.decode("utf-8")


class Codec:
    def __init__(self, jwt):
        self.jwt = jwt

    def decode(self, data):
        return self.jwt.decode(data)


def convert(rows):
    jwt = rows.first()
    return jwt.encode("ascii")


def annotated(claims: "jwt_types.PyJWT") -> None:
    print(claims)
