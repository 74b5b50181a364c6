/**
 * The scanner: finds who handles JWTs outside the authority. Entry type: {@link
 * dev.signet.scanner.FileScan}.
 */
@NullMarked
package dev.signet.scanner;

import org.jspecify.annotations.NullMarked;
