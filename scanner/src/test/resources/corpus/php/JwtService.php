<?php

declare(strict_types=1);

namespace App\Service;

use Firebase\JWT\ExpiredException;
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

final class JwtService
{
    private const ALGORITHM = 'HS256';

    private string $secret;

    public function __construct()
    {
        $this->secret = getenv('JWT_SECRET_KEY'); // expect: secret-env-read
    }

    public function issue(int $userId): string
    {
        $now = time();
        return JWT::encode(['sub' => $userId, 'iat' => $now, 'exp' => $now + 3600], $this->secret, self::ALGORITHM); // expect: local-sign
    }

    public function validateToken(string $token): ?object // expect: validate-duplicate
    {
        try {
            return JWT::decode($token, new Key($this->secret, self::ALGORITHM)); // expect: local-decode
        } catch (ExpiredException | \UnexpectedValueException $e) {
            return null;
        }
    }
}
