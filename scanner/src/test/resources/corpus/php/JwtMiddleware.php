<?php

namespace App\Http\Middleware;

use Closure;
use PHPOpenSourceSaver\JWTAuth\JWTAuth as Auth;
use PHPOpenSourceSaver\JWTAuth\Exceptions\TokenExpiredException;

class JwtMiddleware
{
    public function __construct(protected Auth $auth)
    {
    }

    public function handle($request, Closure $next)
    {
        try {
            $payload = $this->auth->setRequest($request)->parseToken()->getPayload(); // expect: local-decode
        } catch (TokenExpiredException) {
            return response()->json(['status' => 'Token is Expired'], 401);
        }
        $request->attributes->set('claims', $payload);
        return $next($request);
    }
}
