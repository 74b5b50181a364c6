<?php

namespace App\Misc;

use Firebase\JWT\ExpiredException;
use Firebase\JWT\JWT;

/**
 * Not JWT::decode($token, $key): see config('jwt.secret').
 */
class Lookalikes
{
    public function cursor(string $cursor): array
    {
        return json_decode(base64_decode($cursor), true);
    }

    public function webhook(string $body, string $signature): bool
    {
        $expected = base64_encode(hash_hmac('sha256', $body, config('services.shop.webhook_secret'), true));
        return hash_equals($expected, $signature);
    }

    public function password(string $given, string $hash): bool
    {
        return password_verify($given, $hash);
    }

    public function signed(string $data, string $signature, $key): bool
    {
        return openssl_verify($data, base64_decode($signature), $key, OPENSSL_ALGO_SHA256) === 1;
    }

    public function validateEmailToken(User $user, string $token): bool
    {
        return hash_equals($user->email_token, hash('sha256', $token));
    }

    public function csrf(): string
    {
        return $_SESSION['csrf_token'] ??= bin2hex(random_bytes(32));
    }

    public function extension(string $file): string
    {
        $parts = explode('.', $file);
        return end($parts);
    }

    public function message(\Throwable $e): string
    {
        return $e instanceof ExpiredException ? 'JWT expired' : 'JWT_SECRET_KEY is needed by the authority only';
    }

    public function version(): string
    {
        return JWT::class;
    }

    public function encode(Encoder $jwtLike, array $data): string
    {
        return $jwtLike->encode($data, 'json');
    }
}
