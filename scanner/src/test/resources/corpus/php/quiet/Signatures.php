<?php

namespace App\Support;

use Illuminate\Support\Facades\Crypt;
use Illuminate\Support\Facades\URL;

class Signatures
{
    public function sign(string $body): string
    {
        return hash_hmac('sha256', $body, env('WEBHOOK_SECRET'));
    }

    public function verify(string $body, string $signature): bool
    {
        return hash_equals($this->sign($body), $signature);
    }

    public function policy(string $bucket): array
    {
        $policy = base64_encode(json_encode(['conditions' => [['bucket' => $bucket]]]));
        return [$policy, base64_encode(hash_hmac('sha1', $policy, env('AWS_SECRET_ACCESS_KEY'), true))];
    }

    public function unsubscribe(int $user): string
    {
        return URL::signedRoute('unsubscribe', ['user' => $user]);
    }

    public function decode(string $cookie): array
    {
        return json_decode(Crypt::decryptString($cookie), true);
    }

    public function basic(string $header): array
    {
        [, $encoded] = explode(' ', $header);
        return explode(':', base64_decode($encoded), 2);
    }
}
