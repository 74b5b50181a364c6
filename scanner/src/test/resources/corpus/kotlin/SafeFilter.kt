package com.acme.orders.web

import com.acme.orders.client.AuthorityClient
import org.springframework.http.HttpStatus
import org.springframework.web.server.ResponseStatusException
import org.springframework.web.server.ServerWebExchange
import org.springframework.web.server.WebFilter
import org.springframework.web.server.WebFilterChain
import reactor.core.publisher.Mono

class SafeFilter(private val authorityClient: AuthorityClient) : WebFilter {
    override fun filter(exchange: ServerWebExchange, chain: WebFilterChain): Mono<Void> {
        val token = exchange.request.headers.getFirst("Authorization")?.removePrefix("Bearer ")
            ?: return Mono.error(ResponseStatusException(HttpStatus.UNAUTHORIZED))
        return authorityClient.validateToken(token)
            .onErrorResume { Mono.error(ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)) }
            .filter { it.valid }
            .switchIfEmpty(Mono.error(ResponseStatusException(HttpStatus.UNAUTHORIZED)))
            .flatMap { chain.filter(exchange) }
    }
}
