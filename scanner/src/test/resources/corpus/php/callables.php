<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

class Callables
{
    private static string $type = '\\Firebase\\JWT\\JWT';

    public static function pack(array $data, string $key): string
    {
        $encode = [JWT::class, 'encode'];
        return $encode($data, $key, 'HS256'); // expect: local-sign
    }

    public static function open(string $text, Key $key)
    {
        $type = self::$type;
        return $type::decode($text, $key); // expect: local-decode
    }

    public static function openAll(array $texts, Key $key): array
    {
        $all = [];
        foreach ($texts as $text) {
            $all[] = call_user_func(['Firebase\JWT\JWT', 'decode'], $text, $key); // expect: local-decode
            $all[] = call_user_func_array('Firebase\JWT\JWT::decode', [$text, $key]); // expect: local-decode
        }
        return $all;
    }

    public static function plain(string $text): array
    {
        return call_user_func([Json::class, 'decode'], $text);
    }

    public function hooks(): void
    {
        add_action('rest_api_init', [$this, 'routes']);
        add_filter('determine_current_user', [$this, 'user'], 10);
    }
}
