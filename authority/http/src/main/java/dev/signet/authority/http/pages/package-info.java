/**
 * The pages a person sees at the authority, as HTML that needs no script; {@link
 * dev.signet.authority.http.pages.Pages} makes them.
 */
@NullMarked
package dev.signet.authority.http.pages;

import org.jspecify.annotations.NullMarked;
