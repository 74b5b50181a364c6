<?php
namespace App\Old;

use Lcobucci\JWT\Builder;
use Lcobucci\JWT\Parser;
use Lcobucci\JWT\Signer\Hmac\Sha256;
use Lcobucci\JWT\Signer\Key;
use Lcobucci\JWT\ValidationData;

class Jwt3Service
{
    public function make($user)
    {
        $signer = new Sha256();
        return (string) (new Builder())->setIssuer('app')
            ->setExpiration(time() + 3600)
            ->set('uid', $user->id)
            ->sign($signer, env('JWT_SECRET_KEY')) // expect: local-sign, secret-env-read
            ->getToken();
    }

    public function check($jwt)
    {
        $token = (new Parser())->parse((string) $jwt);
        $data = new ValidationData();
        return $token->validate($data)
            && $token->verify(new Sha256(), new Key(config('auth.token_key'))); // expect: local-decode, secret-env-read
    }
}
