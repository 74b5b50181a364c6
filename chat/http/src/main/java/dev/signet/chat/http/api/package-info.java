/**
 * The HTTP interface for programs and for the page's script. Entry type: {@link
 * dev.signet.chat.http.api.ApiRoutes}.
 */
@NullMarked
package dev.signet.chat.http.api;

import org.jspecify.annotations.NullMarked;
