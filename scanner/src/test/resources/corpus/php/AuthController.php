<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Tymon\JWTAuth\Exceptions\JWTException;
use Tymon\JWTAuth\Facades\JWTAuth;

class AuthController extends Controller
{
    public function login(Request $request)
    {
        $credentials = $request->only('email', 'password');
        try {
            if (! $token = JWTAuth::attempt($credentials)) { // expect: local-sign
                return response()->json(['error' => 'invalid_credentials'], 401);
            }
        } catch (JWTException $e) {
            return response()->json(['error' => 'could_not_create_token'], 500);
        }
        return response()->json(compact('token'));
    }

    public function me()
    {
        $user = JWTAuth::parseToken()->authenticate(); // expect: local-decode
        return response()->json($user);
    }

    public function register(Request $request)
    {
        $user = User::create($request->all());
        return response()->json(['token' => JWTAuth::fromUser($user)]); // expect: local-sign
    }

    public function refresh()
    {
        return $this->respond(auth()->refresh()); // expect: local-sign
    }

    public function logout()
    {
        auth()->logout();
        return response()->json(['message' => 'Successfully logged out']);
    }
}
