/**
 * Which path admits which caller, and what runs behind it. Entry type: {@link
 * dev.signet.http.route.Route}.
 */
@NullMarked
package dev.signet.http.route;

import org.jspecify.annotations.NullMarked;
