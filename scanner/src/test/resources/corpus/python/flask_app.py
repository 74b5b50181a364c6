from flask import Flask, jsonify
from flask_jwt_extended import (
    JWTManager,
    create_access_token,
    get_jwt_identity,
    jwt_required,
)

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = "super-secret"  # expect: secret-hardcoded
app.config["JWT_TOKEN_LOCATION"] = ["headers"]
manager = JWTManager(app)  # expect: local-decode


@app.post("/login")
def login():
    return jsonify(token=create_access_token(identity="alice"))  # expect: local-sign


@app.get("/me")
@jwt_required()  # expect: local-decode
def me():
    return jsonify(user=get_jwt_identity())
