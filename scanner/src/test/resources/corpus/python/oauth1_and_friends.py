import os

from itsdangerous import URLSafeTimedSerializer
from requests_oauthlib import OAuth1
from cryptography.fernet import Fernet
import tweepy

auth = OAuth1(
    os.environ["TWITTER_CONSUMER_KEY"],
    os.environ["TWITTER_CONSUMER_SECRET"],
    os.environ["TWITTER_ACCESS_TOKEN"],
    os.environ["TWITTER_ACCESS_TOKEN_SECRET"],
)

serializer = URLSafeTimedSerializer(os.environ["SESSION_SECRET"])
fernet = Fernet(os.environ["FERNET_KEY"])
csrf_secret = os.environ.get("CSRF_SECRET", "dev")
JWT_HEADER_NAME = "X-Auth-Token"
JWT_PUBLIC_KEY_PATH = os.environ.get("JWT_PUBLIC_KEY_PATH", "/etc/keys/jwt.pub")
JWT_ALGORITHM = os.getenv("JWT_ALGORITHM", "ES256")


def decode_cookie(raw):
    return serializer.loads(raw)


def verify(token):
    return fernet.decrypt(token)
