# authority-modules: auth_service, services.auth_core
from auth_service.tokens import TokenIssuer  # expect: authority-import
import auth_service.keys as keys  # expect: authority-import
from services.auth_core.models import Session  # expect: authority-import
from services.authors import Author
from auth_service_client import AuthServiceClient
import auth_client


def issue(user):
    return TokenIssuer(keys.active()).issue(user)


def session():
    return Session(), Author(), AuthServiceClient(), auth_client
