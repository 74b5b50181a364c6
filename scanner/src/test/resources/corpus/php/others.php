<?php

use Ahc\Jwt\JWT;
use Namshi\JOSE\SimpleJWS;
use ReallySimpleJWT\Token;

function ahc(array $claims): string
{
    $jwt = new JWT('topSecret-key-material', 'HS256', 3600, 10); // expect: secret-hardcoded
    $token = $jwt->encode($claims); // expect: local-sign
    $jwt->decode($token); // expect: local-decode
    $jwt->decode($token, false); // expect: unverified-decode, weak-validation
    return $token;
}

function namshi(string $cookie, $publicKey): bool
{
    $jws = SimpleJWS::load($cookie);
    return $jws->isValid($publicKey, 'RS256'); // expect: local-decode
}

function namshiPeek(string $cookie): array
{
    return SimpleJWS::load($cookie)->getPayload(); // expect: unverified-decode
}

function simple(string $userId): string
{
    $secret = 'sec!ReT423*&'; // expect: secret-hardcoded
    $token = Token::create($userId, $secret, time() + 3600, 'localhost'); // expect: local-sign
    if (!Token::validate($token, $secret)) { // expect: local-decode
        throw new RuntimeException('broken');
    }
    return $token . json_encode(Token::getPayload($token)); // expect: unverified-decode
}
