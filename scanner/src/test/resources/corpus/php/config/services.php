<?php

define('JWT_SECRET_KEY', 'd3v-0nly-s3cret'); // expect: secret-hardcoded
define('JWT_SECRET', getenv('TOKEN_SECRET')); // expect: deprecated-secret-name, secret-env-read
const JWT_ISSUER = 'https://issuer.example';

return [
    'twitter' => [
        'client_id' => env('TWITTER_CLIENT_ID'),
        'client_secret' => env('TWITTER_CLIENT_SECRET'),
        'access_token_secret' => env('TWITTER_ACCESS_TOKEN_SECRET'),
    ],
    'stripe' => ['key' => env('STRIPE_KEY'), 'secret' => env('STRIPE_SECRET')],
    'app' => ['key' => env('APP_KEY')],
    'auth' => [
        'jwt_secret' => env('JWT_SECRET_KEY', 'secret-for-local-use'), // expect: secret-env-read, secret-hardcoded
        'jwt_issuer' => JWT_ISSUER,
    ],
];
