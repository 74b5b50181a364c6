<?php

use Firebase\JWT\JWT;

function tenantOf(string $jwt): string
{
    $tks = explode('.', $jwt);
    $claims = JWT::jsonDecode(JWT::urlsafeB64Decode($tks[1])); // expect: unverified-decode
    return $claims->tenant;
}
