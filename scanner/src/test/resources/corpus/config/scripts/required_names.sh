#!/usr/bin/env bash
# Checks what a service needs.
set -eu

for name in DATABASE_URL JWT_SECRET REDIS_URL; do # expect: deprecated-secret-name
  [ -n "${!name}" ] || echo "missing $name"
done
require_env JWT_SECRET REDIS_URL # expect: deprecated-secret-name
require_env JWT_ISSUER REDIS_URL
echo "JWT_SECRET is gone"

docker exec api python manage.py shell -c "from rest_framework_simplejwt.tokens import AccessToken; AccessToken('$1')" # expect: local-decode
docker exec api python manage.py shell -c "from shop.models import Order; print(Order.objects.count())"
