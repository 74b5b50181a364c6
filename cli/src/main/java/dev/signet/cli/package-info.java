/** The {@code signet} command. Entry type: {@link dev.signet.cli.Main}. */
@NullMarked
package dev.signet.cli;

import org.jspecify.annotations.NullMarked;
