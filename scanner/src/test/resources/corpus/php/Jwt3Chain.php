<?php

use Lcobucci\JWT\Builder;
use Lcobucci\JWT\Signer\Hmac\Sha256;

function older($uid)
{
    $token = (new Builder())->setIssuer('https://shop.example')
        ->set('uid', $uid)
        ->sign(new Sha256(), getenv('SHOP_KEY')) // expect: local-sign, secret-env-read
        ->getToken();
    return (string) $token;
}

function make_by_hand($claims, $key = 'not-a-secret-any-more') // expect: secret-hardcoded
{
    $head = rtrim(strtr(base64_encode('{"alg":"HS256","typ":"JWT"}'), '+/', '-_'), '=');
    $body = rtrim(strtr(base64_encode(json_encode($claims)), '+/', '-_'), '=');
    $mac = hash_hmac('sha256', "$head.$body", $key, true); // expect: local-sign
    return "$head.$body." . rtrim(strtr(base64_encode($mac), '+/', '-_'), '=');
}
