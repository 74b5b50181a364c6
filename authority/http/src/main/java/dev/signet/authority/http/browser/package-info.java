/**
 * The pages on which people sign in, register and set a new password. Entry type: {@link
 * dev.signet.authority.http.browser.PageRoutes}.
 */
@NullMarked
package dev.signet.authority.http.browser;

import org.jspecify.annotations.NullMarked;
