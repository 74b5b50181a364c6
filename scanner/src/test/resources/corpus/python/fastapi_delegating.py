import httpx
from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI()
AUTHORITY = "https://auth.internal"


async def current_user(request: Request):
    token = request.headers["Authorization"].removeprefix("Bearer ")
    async with httpx.AsyncClient() as http:
        answer = await http.post(f"{AUTHORITY}/oauth2/introspect", data={"token": token})
    if answer.status_code != 200 or not answer.json()["active"]:
        raise HTTPException(401)
    return answer.json()


async def verify_token(token: str, http: httpx.AsyncClient) -> bool:
    answer = await http.post(AUTHORITY + "/auth/validate", json={"token": token})
    return answer.json()["verdict"] == "VALID"


@app.get("/me")
async def me(user=Depends(current_user)):
    return user
