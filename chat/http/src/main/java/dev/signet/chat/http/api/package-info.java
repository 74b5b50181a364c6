/**
 * The HTTP interface for programs and for the page's script, with a run's events as server-sent
 * events. Entry type: {@link dev.signet.chat.http.api.ApiRoutes}.
 */
@NullMarked
package dev.signet.chat.http.api;

import org.jspecify.annotations.NullMarked;
