<?php
// authority-modules: Acme.AuthService

namespace Acme\Orders;

use Acme\AuthService\TokenIssuer; // expect: authority-import
use Acme\AuthService\Keys\{KeyRing, KeyStore as Store}; // expect: authority-import
use Acme\AuthServiceClient\Client;

final class AuthorityUse
{
    public function make(TokenIssuer $issuer): string
    {
        return $issuer->issue('orders');
    }
}
