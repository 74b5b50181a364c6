/**
 * What the JWT libraries of each language offer, and what else a file can use to handle tokens. The
 * knowledge stands in texts beside the classes, one for each language ({@code python.lib}); {@link
 * dev.signet.scanner.library.Catalogue} says how they are written. Entry type: {@link
 * dev.signet.scanner.library.Libraries}.
 */
@NullMarked
package dev.signet.scanner.library;

import org.jspecify.annotations.NullMarked;
