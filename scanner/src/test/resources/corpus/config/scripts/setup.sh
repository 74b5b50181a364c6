#!/bin/bash
generated=$(openssl rand -hex 32)
cat > .env <<EOF
PORT=8080
JWT_SECRET_KEY=$generated
JWT_SECRET=local-literal-1
JWT_ISSUER=http://localhost
EOF
cat <<EOF
Usage: setup.sh
  JWT_SECRET=... is not needed
EOF
cat > deployment.yaml <<'YAML'
env:
  - name: JWT_SECRET_KEY
    value: yaml-literal-secret
YAML
python3 - <<'PY'
import jwt, os
print(jwt.encode({"sub": "me"}, os.environ["JWT_SECRET_KEY"], algorithm="HS256"))
PY
node -e 'const jwt = require("jsonwebtoken"); console.log(jwt.decode(process.argv[1]))' "$TOKEN"
python3 -c "import json, base64; print(json.loads(base64.b64decode('e30=')))"
