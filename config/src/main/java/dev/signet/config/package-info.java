/**
 * The settings of every part, typed and checked; where they come from is the business of {@code
 * dev.signet.config.source}. Entry type: {@link dev.signet.config.Settings}.
 */
@NullMarked
package dev.signet.config;

import org.jspecify.annotations.NullMarked;
