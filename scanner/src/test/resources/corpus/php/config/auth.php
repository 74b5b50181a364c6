<?php

return [
    'defaults' => ['guard' => 'api', 'passwords' => 'users'],
    'guards' => [
        'web' => ['driver' => 'session', 'provider' => 'users'],
        'api' => [
            'driver' => 'jwt', // expect: local-decode
            'provider' => 'users',
        ],
    ],
    'log' => ['driver' => 'jwt'],
];
