<?php

namespace Legacy;

class Auth
{
    public static function token(array $claims)
    {
        return \Firebase\JWT\JWT::encode($claims, $_ENV['JWT_SECRET'] ?? 'change-me-now', 'HS256'); // expect: local-sign, secret-env-read, deprecated-secret-name, secret-hardcoded
    }

    public static function read($token)
    {
        $class = '\Firebase\JWT\JWT';
        return call_user_func([\Firebase\JWT\JWT::class, 'decode'], $token, new \Firebase\JWT\Key($_SERVER['APP_HMAC'], 'HS256')); // expect: local-decode, secret-env-read
    }

    public static function reader(): callable
    {
        return array_map(\Firebase\JWT\JWT::decode(...), []); // expect: local-decode
    }
}
