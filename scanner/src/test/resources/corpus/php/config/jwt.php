<?php

return [

    /*
    | Used to sign tokens. See env('JWT_SECRET').
    */

    'secret' => env('JWT_SECRET'), // expect: secret-env-read, deprecated-secret-name

    'keys' => [
        'public' => env('JWT_PUBLIC_KEY'),
        'private' => env('JWT_PRIVATE_KEY'), // expect: secret-env-read
    ],

    'ttl' => env('JWT_TTL', 60),
    'algo' => env('JWT_ALGO', 'HS256'),
    'required_claims' => ['iss', 'iat', 'exp', 'nbf', 'sub', 'jti'],
];
