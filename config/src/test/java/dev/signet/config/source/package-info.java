/**
 * What reading the settings promises, as tests. Entry type: {@link
 * dev.signet.config.source.SettingsLoaderTest}.
 */
@NullMarked
package dev.signet.config.source;

import org.jspecify.annotations.NullMarked;
