/**
 * What earlier runs found in the same text. Entry type: {@link
 * dev.signet.scanner.cache.ResultCache}.
 */
@NullMarked
package dev.signet.scanner.cache;

import org.jspecify.annotations.NullMarked;
