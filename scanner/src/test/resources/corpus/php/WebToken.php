<?php

namespace App\Jose;

use Jose\Component\Core\JWK;
use Jose\Component\Core\JWKSet;
use Jose\Component\KeyManagement\JWKFactory;
use Jose\Component\Signature\JWSBuilder;
use Jose\Component\Signature\JWSLoader;
use Jose\Component\Signature\JWSVerifier;
use Jose\Component\Signature\Serializer\CompactSerializer;

final class WebToken
{
    public function __construct(
        private JWSBuilder $builder,
        private JWSVerifier $verifier,
        private JWSLoader $loader,
        private CompactSerializer $serializer,
    ) {
    }

    public function key(): JWK
    {
        return JWKFactory::createFromSecret('oct-key-material-for-development', ['alg' => 'HS256']); // expect: secret-hardcoded
    }

    public function issue(array $claims, JWK $key): string
    {
        $jws = $this->builder
            ->create()
            ->withPayload(json_encode($claims))
            ->addSignature($key, ['alg' => 'HS256'])
            ->build(); // expect: local-sign
        return $this->serializer->serialize($jws, 0);
    }

    public function isValidToken(string $token, JWK $key): bool // expect: validate-duplicate
    {
        $jws = $this->serializer->unserialize($token);
        return $this->verifier->verifyWithKey($jws, $key, 0); // expect: local-decode
    }

    public function load(string $token, JWKSet $keys): string
    {
        return $this->loader->loadAndVerifyWithKeySet($token, $keys, $signature)->getPayload(); // expect: local-decode
    }

    public function peek(string $token): array
    {
        $jws = $this->serializer->unserialize($token); // expect: unverified-decode
        return json_decode($jws->getPayload(), true);
    }
}
