/**
 * The pages a person sees at the authority, as HTML that needs no script. Entry type: {@link
 * dev.signet.authority.http.pages.Pages}.
 */
@NullMarked
package dev.signet.authority.http.pages;

import org.jspecify.annotations.NullMarked;
