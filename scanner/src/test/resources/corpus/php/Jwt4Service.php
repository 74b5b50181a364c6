<?php

namespace App\Auth;

use DateTimeImmutable;
use Lcobucci\JWT\Configuration;
use Lcobucci\JWT\Signer\Hmac\Sha256;
use Lcobucci\JWT\Signer\Key\InMemory;
use Lcobucci\JWT\UnencryptedToken;
use Lcobucci\JWT\Validation\Constraint\SignedWith;

class Jwt4Service
{
    private Configuration $config;

    public function __construct()
    {
        $this->config = Configuration::forSymmetricSigner(
            new Sha256(),
            InMemory::plainText('mBC5v1sOKVvbdEitdSBenu59nfNfhwkedkJVNabosTw=') // expect: secret-hardcoded
        );
    }

    public function issue(string $user): string
    {
        $now = new DateTimeImmutable();
        $token = $this->config->builder()
            ->issuedBy('https://api.example.com')
            ->relatedTo($user)
            ->issuedAt($now)
            ->expiresAt($now->modify('+1 hour'))
            ->getToken($this->config->signer(), $this->config->signingKey()); // expect: local-sign

        return $token->toString();
    }

    public function verifyToken(string $jwt): ?UnencryptedToken // expect: validate-duplicate
    {
        $token = $this->config->parser()->parse($jwt);
        assert($token instanceof UnencryptedToken);
        $constraint = new SignedWith($this->config->signer(), $this->config->verificationKey());

        return $this->config->validator()->validate($token, $constraint) ? $token : null; // expect: local-decode
    }
}
