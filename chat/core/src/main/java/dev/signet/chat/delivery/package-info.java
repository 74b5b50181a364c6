/**
 * Brings events to the connections of their owner and to nobody else's. Entry type: {@link
 * dev.signet.chat.delivery.Connections}.
 */
@NullMarked
package dev.signet.chat.delivery;

import org.jspecify.annotations.NullMarked;
