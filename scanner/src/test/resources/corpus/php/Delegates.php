<?php

namespace App\Security;

use App\Client\AuthClient;
use Illuminate\Support\Facades\Auth;
use Illuminate\Support\Facades\Http;

class Delegates
{
    public function __construct(private AuthClient $authClient)
    {
    }

    public function validateToken(string $token): bool
    {
        return $this->authClient->validateToken($token)->active;
    }

    public function verifyJwt(string $jwt): ?array
    {
        $response = Http::withToken($jwt)->post(config('services.auth.url') . '/auth/validate');
        return $response->ok() ? $response->json() : null;
    }

    public function login(array $credentials): bool
    {
        return Auth::attempt($credentials, true);
    }

    public function passport($user): string
    {
        return $user->createToken('web')->accessToken;
    }

    public function sanctum($user): string
    {
        return $user->createToken('api')->plainTextToken;
    }

    public function current()
    {
        return auth('sanctum')->user();
    }
}
