import os
from xml.etree import ElementTree

import requests
import tweepy
from requests_oauthlib import OAuth1Session

auth = tweepy.OAuth1UserHandler(
    os.environ["CONSUMER_KEY"],
    os.environ["CONSUMER_SECRET"],
    os.environ["ACCESS_TOKEN"],
    os.environ["ACCESS_TOKEN_SECRET"],
)


def github(path: str):
    token = os.getenv("GITHUB_TOKEN", "")
    return requests.get(f"https://api.github.com{path}", headers={"Authorization": f"token {token}"}).json()


def verify_captcha(token: str) -> bool:
    answer = requests.post(
        "https://www.google.com/recaptcha/api/siteverify",
        data={"secret": os.environ["RECAPTCHA_SECRET"], "response": token},
    )
    return answer.json()["success"]


def verify_credentials(token: str, secret: str) -> str:
    session = OAuth1Session(os.environ["CONSUMER_KEY"], resource_owner_key=token, resource_owner_secret=secret)
    xml = session.get("https://api.twitter.com/1.1/account/verify_credentials.xml").text
    return ElementTree.fromstring(xml).findtext("screen_name")
