<?php

namespace App\Auth;

use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Log\LoggerInterface;

/** JWT::decode($token, $key) is the authority's work. */
final class Introspection
{
    public function __construct(private ClientInterface $http, private LoggerInterface $log)
    {
    }

    public function validateToken(string $token): array
    {
        try {
            $response = $this->http->request('POST', getenv('JWT_ISSUER') . '/oauth2/introspect', [
                'form_params' => ['token' => $token],
                'auth' => [getenv('CLIENT_ID'), getenv('CLIENT_SECRET')],
            ]);
        } catch (GuzzleException $e) {
            $this->log->warning('JWT::decode at the authority failed: ' . $e->getMessage());
            throw $e;
        }
        $claims = json_decode((string) $response->getBody(), true);
        if (!($claims['active'] ?? false)) {
            throw new \RuntimeException('JWT has expired');
        }
        return $claims;
    }
}
