"""Tokens of the orders service; jwt.decode is only mentioned here."""
import os
import jwt
from datetime import datetime, timedelta

SECRET = os.environ["JWT_SECRET_KEY"]  # expect: secret-env-read
ALGORITHM = "HS256"


def issue(user_id):
    payload = {"sub": user_id, "exp": datetime.utcnow() + timedelta(minutes=5)}
    return jwt.encode(payload, SECRET, algorithm=ALGORITHM)  # expect: local-sign


def validate_token(token):  # expect: validate-duplicate
    return jwt.decode(token, SECRET, algorithms=[ALGORITHM])  # expect: local-decode


def peek(token):
    return jwt.decode(token, options={"verify_signature": False})  # expect: unverified-decode, weak-validation


def kid(token):
    return jwt.get_unverified_header(token)["kid"]  # expect: unverified-decode
