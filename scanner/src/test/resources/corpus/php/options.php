<?php

use Firebase\JWT\JWT;

class Options
{
    protected $options = ['secret' => null, 'algorithm' => ['HS256']];

    public function __construct(array $options = [])
    {
        $this->options = array_merge($this->options, $options);
    }

    public function read(string $token)
    {
        return JWT::decode($token, $this->options['secret'], $this->options['algorithm']); // expect: local-decode
    }
}
