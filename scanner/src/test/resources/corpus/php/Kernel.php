<?php

namespace App\Http;

use Illuminate\Foundation\Http\Kernel as HttpKernel;

class Kernel extends HttpKernel
{
    protected $middlewareAliases = [
        'auth' => \App\Http\Middleware\Authenticate::class,
        'jwt.auth' => \Tymon\JWTAuth\Http\Middleware\Authenticate::class, // expect: local-decode
        'jwt.refresh' => \Tymon\JWTAuth\Http\Middleware\RefreshToken::class, // expect: local-decode
    ];
}
