<?php

use Slim\Factory\AppFactory;
use Tuupola\Middleware\JwtAuthentication;

$app = AppFactory::create();

$app->add(new JwtAuthentication([ // expect: local-decode
    'path' => '/api',
    'ignore' => ['/api/login'],
    'secret' => $_ENV['SLIM_TOKEN_KEY'], // expect: secret-env-read
    'error' => function ($response, $arguments) {
        return $response->withStatus(401);
    },
]));

$app->get('/', fn ($request, $response) => $response);
$app->run();
