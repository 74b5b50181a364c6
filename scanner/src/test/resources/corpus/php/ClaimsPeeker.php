<?php

namespace App\Auth;

use Lcobucci\JWT\Configuration;
use Lcobucci\JWT\Encoding\JoseEncoder;
use Lcobucci\JWT\Token\Parser;

class ClaimsPeeker
{
    public function __construct(private readonly Configuration $configuration)
    {
    }

    public function tenant(string $jwt): string
    {
        $token = $this->configuration->parser()->parse($jwt); // expect: unverified-decode
        return $token->claims()->get('tenant');
    }

    public function headers(string $jwt): array
    {
        return (new Parser(new JoseEncoder()))
            ->parse($jwt) // expect: unverified-decode
            ->headers()
            ->all();
    }
}
