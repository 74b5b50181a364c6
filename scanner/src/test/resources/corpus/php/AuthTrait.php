<?php

namespace App\Concerns;

use Firebase\JWT\JWT as Token;
use Firebase\JWT\Key;

trait AuthTrait
{
    protected static ?string $jwtSecret = null;

    protected function secret(): string
    {
        return static::$jwtSecret ??= (string) config('app.jwt_key'); // expect: secret-env-read
    }

    protected function userFromToken(string $token): ?int
    {
        $claims = $this->decodeOrNull($token);
        return $claims?->sub;
    }

    private function decodeOrNull(string $token): ?object
    {
        $decode = fn (string $t) => Token::decode($t, new Key($this->secret(), 'HS256')); // expect: local-decode
        return rescue(fn () => $decode($token));
    }
}

enum Issuer: string
{
    case Web = 'web';
    case Mobile = 'mobile';
}
