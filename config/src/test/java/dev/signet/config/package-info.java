/**
 * What the settings' records refuse, as tests. Entry type: {@link dev.signet.config.SettingsTest}.
 */
@NullMarked
package dev.signet.config;

import org.jspecify.annotations.NullMarked;
