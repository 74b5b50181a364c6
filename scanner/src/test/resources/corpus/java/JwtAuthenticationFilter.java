package com.acme.orders.web;

import com.acme.orders.client.AuthorityClient;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.web.filter.OncePerRequestFilter;

@Slf4j
@RequiredArgsConstructor
public class JwtAuthenticationFilter extends OncePerRequestFilter {

    private final AuthorityClient authorityClient;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, jakarta.servlet.ServletException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var verdict = authorityClient.validateToken(header.substring(7));
            request.setAttribute("user", verdict.subject());
        } catch (IllegalStateException e) {
            log.warn("cannot validate jwt", e);
            response.sendError(503);
            return;
        }
        chain.doFilter(request, response);
    }
}
