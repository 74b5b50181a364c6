package com.acme.chat

import io.jsonwebtoken.Claims
import io.jsonwebtoken.JwtParser
import io.jsonwebtoken.Jwts
import com.acme.auth.AuthClient

fun JwtParser.read(token: String): Claims = parseClaimsJws(token).body // expect: local-decode

fun String.verifyJwt(parser: JwtParser): Boolean = // expect: validate-duplicate
    runCatching { parser.parseClaimsJws(this) }.isSuccess // expect: local-decode

class Session(private val parser: JwtParser, private val authClient: AuthClient) {

    fun open(token: String): Boolean {
        val answer = authClient.validate(token)
        if (answer.valid) {
            return true
        }
        return token.verifyJwt(parser) // expect: local-fallback
    }

    fun glance(token: String): Any =
        Jwts.parserBuilder().build().parse(token.substringBeforeLast('.') + ".").body // expect: local-decode

    fun all(tokens: List<String>) = tokens.map(parser::parseClaimsJws) // expect: local-decode

    fun each(tokens: List<String>) = tokens.map { parser.parseSignedClaims(it) } // expect: local-decode
}
