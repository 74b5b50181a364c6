package com.acme.mobile

import com.auth0.android.jwt.JWT
import android.util.Base64
import org.json.JSONObject

class AndroidReader {
    fun expired(token: String): Boolean {
        val jwt = JWT(token) // expect: unverified-decode
        return jwt.isExpired(10)
    }

    fun user(token: String): String {
        val payload = token.split(".")[1]
        val json = String(Base64.decode(payload, Base64.URL_SAFE)) // expect: unverified-decode
        return JSONObject(json).getString("sub")
    }

    fun picture(encoded: String): ByteArray = Base64.decode(encoded, Base64.DEFAULT)
}
