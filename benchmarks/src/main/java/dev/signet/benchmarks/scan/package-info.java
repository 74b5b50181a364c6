/**
 * The scanner on a large tree, beside a plain byte scan and ripgrep. Entry type: {@link
 * dev.signet.benchmarks.scan.ScanTest}.
 */
@NullMarked
package dev.signet.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
