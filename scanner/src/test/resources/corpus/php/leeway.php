<?php

namespace App\Boot;

use Firebase\JWT\{JWT, Key as JwtKey};
use Firebase\JWT\JWK;

class Tokens
{
    public function boot(): void
    {
        JWT::$leeway = 86400; // expect: weak-validation
    }

    public function claims(string $token, array $jwks): array
    {
        $keys = JWK::parseKeySet($jwks);
        return (array) JWT::decode($token, $keys); // expect: local-decode
    }

    public function pinned(string $token): object
    {
        return JWT::decode( // expect: local-decode
            $token,
            new JwtKey('4f1feeca525de4cdb064656007da3edac7895a87ff0ea865693300fb8b6e8f9c', 'HS256') // expect: secret-hardcoded
        );
    }
}
