/** Tests of the catalogues of libraries. Entry type: {@code CatalogueTest}. */
@NullMarked
package dev.signet.scanner.library;

import org.jspecify.annotations.NullMarked;
