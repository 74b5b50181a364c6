import json
import os

import boto3
import jwt

secrets = boto3.client("secretsmanager")


def key():
    answer = secrets.get_secret_value(SecretId="prod/jwt-secret-key")  # expect: secret-env-read
    return json.loads(answer["SecretString"])["key"]


def handle(event, context):
    token = event["headers"]["authorization"].split(" ")[1]
    claims = jwt.decode(token, key(), algorithms=["HS256"], audience="events")  # expect: local-decode
    return {"statusCode": 200, "body": json.dumps({"sub": claims["sub"]})}


def region():
    return os.environ["AWS_REGION"]
