<?php

namespace App\Gateway;

use Firebase\JWT\JWT;
use Firebase\JWT\Key;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\GuzzleException;

class AuthGateway
{
    public function __construct(private Client $http, private string $key)
    {
    }

    public function authenticateToken(string $token): ?array // expect: validate-duplicate
    {
        try {
            $response = $this->http->post('http://authority/auth/validate', ['json' => ['token' => $token]]);
            return json_decode((string) $response->getBody(), true);
        } catch (GuzzleException $e) {
            return (array) JWT::decode($token, new Key($this->key, 'HS256')); // expect: local-decode, local-fallback
        }
    }

    public function claims(string $token): array
    {
        $answer = $this->introspect($token);
        return $answer ?? $this->decodeHere($token); // expect: local-fallback
    }

    private function introspect(string $token): ?array
    {
        $response = $this->http->request('POST', '/oauth2/introspect', ['form_params' => ['token' => $token]]);
        return $response->getStatusCode() === 200 ? json_decode($response->getBody(), true) : null;
    }

    private function decodeHere(string $token): array
    {
        return (array) JWT::decode($token, new Key($this->key, 'HS256')); // expect: local-decode
    }
}
