<?php

return [
    'jwt' => [
        'issuer' => env('JWT_ISSUER', 'https://auth.example.com'),
        'audience' => env('JWT_AUDIENCE', 'orders'),
        'ttl' => (int) env('JWT_TTL', 60),
        'refresh_ttl' => env('JWT_REFRESH_TTL', 20160),
        'cookie' => env('JWT_COOKIE_NAME', 'access_token'),
        'jwks' => env('JWT_JWKS_URL'),
        'public_key' => env('JWT_PUBLIC_KEY'),
    ],
    'stripe' => [
        'secret' => env('STRIPE_SECRET_KEY'),
        'webhook' => env('STRIPE_WEBHOOK_SECRET'),
    ],
    'session' => ['key' => env('APP_KEY'), 'cookie' => 'sid'],
    'messages' => [
        'jwt.expired' => 'Your token has expired',
    ],
];
