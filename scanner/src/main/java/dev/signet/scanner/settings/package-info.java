/**
 * What a project says about itself in {@code .signet-scan.yaml}. Entry type: {@link
 * dev.signet.scanner.settings.ScanSettings}.
 */
@NullMarked
package dev.signet.scanner.settings;

import org.jspecify.annotations.NullMarked;
