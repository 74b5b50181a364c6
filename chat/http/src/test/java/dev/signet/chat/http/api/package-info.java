/** The HTTP interface on real connections. */
@NullMarked
package dev.signet.chat.http.api;

import org.jspecify.annotations.NullMarked;
