/** Server-sent events on real connections. */
@NullMarked
package dev.signet.chat.http.stream;

import org.jspecify.annotations.NullMarked;
