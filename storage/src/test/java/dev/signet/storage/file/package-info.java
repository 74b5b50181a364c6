/**
 * What private files promise, as tests. Entry type: {@link
 * dev.signet.storage.file.PrivateFileTest}.
 */
@NullMarked
package dev.signet.storage.file;

import org.jspecify.annotations.NullMarked;
