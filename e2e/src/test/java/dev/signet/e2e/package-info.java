/** The whole product as its users meet it: real processes, sockets, databases and browsers. */
@NullMarked
package dev.signet.e2e;

import org.jspecify.annotations.NullMarked;
