/**
 * What can be said on the command line; exit 0 done, 1 finding or failure, 2 wrong usage or
 * configuration. Entry type: {@link dev.signet.cli.command.SignetCommand}.
 */
@NullMarked
package dev.signet.cli.command;

import org.jspecify.annotations.NullMarked;
