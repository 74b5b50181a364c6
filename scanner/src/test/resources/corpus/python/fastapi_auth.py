from typing import Annotated

from fastapi import Depends, HTTPException, status
from fastapi.security import OAuth2PasswordBearer
from jose import JWTError, jwt
from pydantic_settings import BaseSettings

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


class AuthSettings(BaseSettings):
    issuer: str = "https://auth.example"
    jwt_secret_key: str  # expect: secret-env-read
    jwt_algorithm: str = "HS256"
    jwt_expire_minutes: int = 30


settings = AuthSettings()


def create_access_token(data: dict) -> str:
    return jwt.encode(data, settings.jwt_secret_key, algorithm=settings.jwt_algorithm)  # expect: local-sign


async def get_current_user(token: Annotated[str, Depends(oauth2_scheme)]):
    try:
        payload = jwt.decode(  # expect: local-decode
            token,
            settings.jwt_secret_key,
            algorithms=[settings.jwt_algorithm],
        )
    except JWTError as e:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED) from e
    return payload["sub"]
