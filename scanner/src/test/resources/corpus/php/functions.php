<?php

function tokenConfig()
{
    return \Lcobucci\JWT\Configuration::forSymmetricSigner(
        new Lcobucci\JWT\Signer\Hmac\Sha256(),
        \Lcobucci\JWT\Signer\Key\InMemory::base64Encoded(env('API_KEY')) // expect: secret-env-read
    );
}

function createToken($mobile)
{
    $config = tokenConfig();
    $token = $config->builder()
        ->withClaim('mobile', $mobile)
        ->getToken($config->signer(), $config->signingKey()); // expect: local-sign

    return $token->toString();
}

function mobileOf($token)
{
    $config = tokenConfig();
    $token = $config->parser()->parse($token); // expect: unverified-decode
    return $token->claims()->get('mobile');
}

function ask($token)
{
    $curl = curl_init('http://authority/auth/validate');
    curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query(['token' => $token]));
    $answer = json_decode(curl_exec($curl), true);
    curl_close($curl);
    return $answer['active'] ?? false;
}
