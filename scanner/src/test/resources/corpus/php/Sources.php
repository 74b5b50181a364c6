<?php

namespace App;

class Sources
{
    private array $settings;

    public function __construct(array $settings)
    {
        $this->settings = $settings;
    }

    public function fromEnvironment(): string
    {
        return getenv('JWT_SECRET_KEY') ?: 'insecure-default'; // expect: secret-env-read, secret-hardcoded
    }

    public function fromConfig(): string
    {
        return config('jwt.secret'); // expect: secret-env-read
    }

    public function fromSection(): string
    {
        return config('jwt')['secret']; // expect: secret-env-read
    }

    public function nested(): string
    {
        return $this->settings['jwt']['secret']; // expect: secret-env-read
    }

    public function composed(string $stage): string
    {
        return getenv('JWT_' . 'SECRET'); // expect: secret-env-read, deprecated-secret-name
    }

    public function formatted(): string
    {
        return getenv(sprintf('JWT_SECRET_%s', 'PROD')); // expect: secret-env-read, deprecated-secret-name
    }

    public function heredoc(): string
    {
        $name = <<<'NAME'
        JWT_SECRET_KEY
        NAME;
        return $_ENV[trim($name)]; // expect: secret-env-read
    }

    public function chosen(string $stage): ?string
    {
        return match ($stage) {
            'prod' => $_SERVER['JWT_SECRET_PROD'], // expect: secret-env-read, deprecated-secret-name
            default => null,
        };
    }

    public function others(): array
    {
        return [getenv('APP_SECRET'), config('services.stripe.secret'), $this->settings['db']['password'], env('JWT_TTL')];
    }
}
