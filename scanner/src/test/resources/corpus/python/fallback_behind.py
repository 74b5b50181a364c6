"""What comes behind a request that did not say yes."""
import logging

import httpx
import jwt

from orders.config import settings

AUTH = "http://auth:8000"
log = logging.getLogger(__name__)


async def status(token):
    try:
        async with httpx.AsyncClient(timeout=2) as client:
            answer = await client.post(f"{AUTH}/auth/validate", json={"token": token})
            if answer.status_code == 200:
                return answer.json()
    except httpx.HTTPError as error:
        log.warning("no answer: %s", error)
    return jwt.decode(token, settings.public_key, algorithms=["ES256"])  # expect: local-decode, local-fallback


async def left_inside(token):
    try:
        async with httpx.AsyncClient() as client:
            answer = await client.post(f"{AUTH}/auth/validate", json={"token": token})
            answer.raise_for_status()
            return answer.json()
    except httpx.HTTPError:
        pass
    return jwt.decode(token, settings.public_key, algorithms=["ES256"])  # expect: local-decode, local-fallback


async def refused(token):
    for _ in range(3):
        try:
            async with httpx.AsyncClient() as client:
                answer = await client.post(f"{AUTH}/auth/validate", json={"token": token})
                return answer.json()
        except httpx.HTTPError:
            log.warning("again")
    raise RuntimeError("the authority does not answer")


class Gate:
    def __init__(self, breaker):
        self._breaker = breaker

    async def identity(self, token):
        try:
            return await self._breaker.call(self._ask, token)
        except Exception:
            return self._here(token)  # expect: local-fallback

    async def _ask(self, token):
        async with httpx.AsyncClient() as client:
            return (await client.post(f"{AUTH}/auth/validate", json={"token": token})).json()

    def _here(self, token):
        return jwt.decode(token, settings.public_key, algorithms=["ES256"])  # expect: local-decode
