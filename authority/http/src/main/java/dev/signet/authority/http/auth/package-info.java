/**
 * The first-party JSON endpoints for users and services. Entry type: {@link
 * dev.signet.authority.http.auth.AuthRoutes}.
 */
@NullMarked
package dev.signet.authority.http.auth;

import org.jspecify.annotations.NullMarked;
