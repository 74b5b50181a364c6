<?php
require __DIR__ . '/vendor/autoload.php';

use \Firebase\JWT\JWT;

$key = "example_key_2019"; // expect: secret-hardcoded
JWT::$leeway = 60;

function login($db, $key)
{
    $payload = array("iss" => "http://example.org", "iat" => time());
    return JWT::encode($payload, $key); // expect: local-sign
}

$jwt = JWT::encode(array('id' => 7), $key, 'HS256'); // expect: local-sign
$decoded = JWT::decode($jwt, $key, array('HS256')); // expect: local-decode
print_r((array) $decoded);

$any = JWT::decode($jwt, $key, ['HS256', 'none']); // expect: local-decode, weak-validation
$raw = JWT::decode($jwt, null, false); // expect: unverified-decode, weak-validation
