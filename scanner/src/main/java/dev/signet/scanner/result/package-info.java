/**
 * What a run says, before anybody prints it. Entry type: {@link
 * dev.signet.scanner.result.ScanResult}.
 */
@NullMarked
package dev.signet.scanner.result;

import org.jspecify.annotations.NullMarked;
