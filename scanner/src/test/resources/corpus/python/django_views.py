from django.conf import settings
from django.http import JsonResponse
import jwt


def session_token(request, user):
    return JsonResponse(
        {
            "token": jwt.encode(  # expect: local-sign
                {"sub": user.pk},
                settings.SECRET_KEY,  # expect: secret-env-read
                algorithm="HS256",
            )
        }
    )


class TokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.key = settings.SECRET_KEY  # expect: secret-env-read

    def __call__(self, request):
        token = request.headers.get("Authorization", "")[7:]
        request.claims = jwt.decode(token, self.key, algorithms=["HS256"])  # expect: local-decode
        return self.get_response(request)


def page(request):
    return JsonResponse({"debug": settings.DEBUG})
