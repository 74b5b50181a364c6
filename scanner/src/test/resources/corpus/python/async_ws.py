import asyncio

import jwt
from websockets.server import serve


async def authenticate(ws):
    token = ws.request_headers.get("Sec-WebSocket-Protocol", "").removeprefix("jwt.")
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, jwt.decode, token, None)  # expect: local-decode


async def handler(ws):
    user = await authenticate(ws)
    async for message in ws:
        await ws.send(f"{user}: {message}")


async def main():
    async with serve(handler, "localhost", 8765):
        await asyncio.Future()
