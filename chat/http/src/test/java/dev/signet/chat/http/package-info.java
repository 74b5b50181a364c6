/** The chat backend as a whole on real connections. */
@NullMarked
package dev.signet.chat.http;

import org.jspecify.annotations.NullMarked;
