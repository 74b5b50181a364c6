<?php

class TokenHelper
{
    public static function payload(string $token): array
    {
        $parts = explode('.', $token);
        return json_decode(base64_decode(strtr($parts[1], '-_', '+/')), true); // expect: unverified-decode
    }

    public static function create(array $claims, string $key): string
    {
        $header = self::encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT']));
        $payload = self::encode(json_encode($claims));
        $signature = hash_hmac('sha256', "$header.$payload", $key, true); // expect: local-sign
        return $header . '.' . $payload . '.' . self::encode($signature);
    }

    public static function verifyJwt(string $token, string $key): bool // expect: validate-duplicate
    {
        [$header, $payload, $signature] = explode('.', $token);
        $claims = json_decode(self::decode($payload), true);
        $expected = hash_hmac('sha256', $header . '.' . $payload, $key, true); // expect: local-decode
        return hash_equals($expected, self::decode($signature)) && $claims['exp'] > time();
    }

    private static function encode(string $data): string
    {
        return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    }

    private static function decode(string $data): string
    {
        return base64_decode(strtr($data, '-_', '+/'));
    }
}
