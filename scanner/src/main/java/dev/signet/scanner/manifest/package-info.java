/**
 * Files that list what a project depends on, of all ecosystems. Entry type: {@link
 * dev.signet.scanner.manifest.Manifests}.
 */
@NullMarked
package dev.signet.scanner.manifest;

import org.jspecify.annotations.NullMarked;
