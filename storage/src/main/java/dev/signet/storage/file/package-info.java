/**
 * Files and folders that only their owner may read. Entry type: {@link
 * dev.signet.storage.file.PrivateFile}.
 */
@NullMarked
package dev.signet.storage.file;

import org.jspecify.annotations.NullMarked;
