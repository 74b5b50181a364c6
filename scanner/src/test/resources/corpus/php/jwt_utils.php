<?php

function generate_jwt($headers, $payload, $key)
{
    $head = url_encode(json_encode($headers));
    $body = url_encode(json_encode($payload));
    $signature = hash_hmac('SHA256', "$head.$body", $key, true); // expect: local-sign
    return "$head.$body." . url_encode($signature);
}

function is_jwt_valid($jwt, $key) // expect: validate-duplicate
{
    $parts = explode('.', $jwt);
    $payload = base64_decode($parts[1]);
    $expired = json_decode($payload)->exp < time();
    $input = url_encode(base64_decode($parts[0])) . '.' . url_encode($payload);
    $signature = hash_hmac('SHA256', $input, $key, true); // expect: local-decode
    return !$expired && url_encode($signature) === $parts[2];
}

function read_with_pattern($token, $key)
{
    if (preg_match('/^(?<header>.+)\.(?<payload>.+)\.(?<signature>.+)$/', $token, $m) !== 1) {
        throw new InvalidArgumentException('not a token');
    }
    $mac = hash_hmac('sha256', $m['header'] . '.' . $m['payload'], $key, true); // expect: local-decode
    return hash_equals($mac, base64_decode($m['signature'])) ? json_decode(base64_decode($m['payload'])) : null;
}

function google_assertion($account)
{
    $head = url_encode('{"alg":"RS256","typ":"JWT"}');
    $body = url_encode(json_encode(['iss' => $account['client_email'], 'exp' => time() + 3600]));
    openssl_sign("$head.$body", $signature, $account['private_key'], 'SHA256'); // expect: local-sign
    return "$head.$body." . url_encode($signature);
}

function parse_signed_request($signed_request, $app_key)
{
    [$signature, $payload] = explode('.', $signed_request, 2);
    $expected = hash_hmac('sha256', $payload, $app_key, true);
    return hash_equals($expected, base64_decode($signature)) ? json_decode(base64_decode($payload), true) : null;
}

function url_encode($text)
{
    return rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
}
