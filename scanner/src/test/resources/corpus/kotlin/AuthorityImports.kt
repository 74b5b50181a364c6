// authority-modules: com.acme.authservice
package com.acme.orders

import com.acme.authservice.TokenService // expect: authority-import
import com.acme.authservice.* // expect: authority-import
import com.acme.authclient.AuthClient
import dev.signet.authority.Signing as S // expect: authority-import

class AuthorityImports(private val tokens: TokenService, private val client: AuthClient) {
    fun name() = S::class.simpleName
}
