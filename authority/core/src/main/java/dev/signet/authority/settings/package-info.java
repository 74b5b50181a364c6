/**
 * What an operator decides about the authority. Entry type: {@link
 * dev.signet.authority.settings.AuthoritySettings}.
 */
@NullMarked
package dev.signet.authority.settings;

import org.jspecify.annotations.NullMarked;
