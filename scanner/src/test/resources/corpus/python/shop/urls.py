from django.urls import path
from rest_framework_simplejwt.views import TokenObtainPairView, TokenVerifyView

from shop.views import ReportView, VoucherVerifyView

urlpatterns = [
    path("token/", TokenObtainPairView.as_view()),  # expect: local-sign
    path("token/verify/", TokenVerifyView.as_view()),  # expect: local-decode
    path("voucher/verify/", VoucherVerifyView.as_view()),
    path("reports/", ReportView.as_view()),
]
