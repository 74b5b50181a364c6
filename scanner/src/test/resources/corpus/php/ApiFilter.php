<?php

namespace App\Filters;

use CodeIgniter\Filters\FilterInterface;
use CodeIgniter\HTTP\RequestInterface;
use Config\Services;
use \Firebase\JWT\JWT;

class ApiFilter implements FilterInterface
{
    private static $key = 'filter-key-0815'; // expect: secret-hardcoded

    public function before(RequestInterface $request, $arguments = null)
    {
        $header = $request->getHeaderLine('Authorization');
        $token = str_replace('Bearer ', '', $header);
        try {
            $profile = (array) JWT::decode($token, self::$key, array('HS512')); // expect: local-decode
        } catch (\Exception $e) {
            return Services::response()->setStatusCode(401)->setJSON(['error' => 'ERR-AUTH-SESSION-EXPIRED']);
        }
        $request->user = $profile['data'];
        return $request;
    }

    public function after(RequestInterface $request, $response, $arguments = null)
    {
    }
}
