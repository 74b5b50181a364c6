#!/usr/bin/env bash
# Deploys with JWT_SECRET from the vault.
set -euo pipefail

export JWT_SECRET_KEY="hardcoded-in-deploy" # expect: secret-hardcoded
: "${DATABASE_URL:?missing}"
JWT_SECRET="${JWT_SECRET:-development-secret}" # expect: secret-env-read, secret-hardcoded, deprecated-secret-name
REGION=${REGION:-eu-west-1}

echo "JWT_SECRET is taken from the environment"
echo 'run with JWT_SECRET=... ./deploy.sh'
if [ -z "${JWT_SIGNING_KEY:-}" ]; then # expect: secret-env-read
  echo "JWT_SIGNING_KEY missing" >&2
  exit 1
fi

# expect-next: secret-env-read
kubectl create secret generic app --from-literal=JWT_SECRET_KEY="$SOME_VALUE" --dry-run=client -o yaml
gcloud run deploy app \
  --image "gcr.io/app" \
  --set-env-vars "PORT=80,JWT_SECRET_KEY=${TOKEN_KEY}" # expect: secret-env-read
docker run -e JWT_SECRET_KEY -p 80:80 app # expect: secret-env-read
docker run -e LOG=debug -e JWT_ISSUER=https://id.example.com app
helm upgrade app chart --set-string auth.jwtSecret=helm-literal-1 # expect: secret-hardcoded
