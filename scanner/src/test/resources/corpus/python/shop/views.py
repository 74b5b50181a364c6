from django.conf import settings
from rest_framework.authentication import SessionAuthentication
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication


class OrderView(APIView):
    authentication_classes = [JWTAuthentication, SessionAuthentication]  # expect: local-decode


class ReportView(APIView):
    authentication_classes = [SessionAuthentication]


def signing_key():
    return settings.SIMPLE_JWT["SIGNING_KEY"]  # expect: secret-env-read


def lifetime():
    return settings.SIMPLE_JWT["ACCESS_TOKEN_LIFETIME"]
