<?php
// tells who calls, for the log
$auth = $_SERVER['HTTP_AUTHORIZATION'] ?? '';
$token = substr($auth, strlen('Bearer '));
list(, $body) = explode('.', $token);
$claims = json_decode(base64_decode($body)); // expect: unverified-decode
error_log('called by ' . $claims->sub);
