/**
 * Where settings come from: the command line before the environment before {@code signet.yaml}
 * before the defaults. No value is ever expanded. Entry type: {@link
 * dev.signet.config.source.SettingsLoader}.
 */
@NullMarked
package dev.signet.config.source;

import org.jspecify.annotations.NullMarked;
