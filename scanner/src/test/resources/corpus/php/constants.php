<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

class Headless
{
    public function login(int $user): string
    {
        $key = defined('JWT_AUTH_SECRET_KEY') ? JWT_AUTH_SECRET_KEY : false; // expect: secret-env-read
        return JWT::encode(['sub' => $user], $key, 'HS256'); // expect: local-sign
    }

    public function read(string $token): object
    {
        $issuer = JWT_ISSUER;
        return JWT::decode($token, new Key(JWT_AUTH_SECRET_KEY, 'HS256')); // expect: local-decode, secret-env-read
    }
}
