<?php

namespace App\Controller;

use Lexik\Bundle\JWTAuthenticationBundle\Encoder\JWTEncoderInterface;
use Lexik\Bundle\JWTAuthenticationBundle\Services\JWTTokenManagerInterface;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Component\Routing\Attribute\Route;

class LexikController extends AbstractController
{
    public function __construct(
        private readonly JWTTokenManagerInterface $tokens,
        private JWTEncoderInterface $encoder,
        #[Autowire('%env(JWT_SECRET_KEY)%')] private string $key, // expect: secret-env-read
        #[Autowire('%env(DATABASE_URL)%')] private string $dsn,
    ) {
    }

    #[Route('/api/token', methods: ['POST'])]
    public function token()
    {
        return $this->json(['token' => $this->tokens->create($this->getUser())]); // expect: local-sign
    }

    #[Route('/api/inspect')]
    public function inspect(string $jwt)
    {
        $claims = $this->tokens->parse($jwt); // expect: local-decode
        $same = $this->encoder->decode($jwt); // expect: local-decode
        return $this->json($claims === $same);
    }
}
