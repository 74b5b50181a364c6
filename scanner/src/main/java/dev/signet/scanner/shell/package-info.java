/**
 * Shell scripts, read into commands, as far as that goes without running them. Entry type: {@link
 * dev.signet.scanner.shell.ShellReader}.
 */
@NullMarked
package dev.signet.scanner.shell;

import org.jspecify.annotations.NullMarked;
