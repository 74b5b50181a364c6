/**
 * Files with settings, secrets and dependencies: containers, pipelines, environments, manifests.
 * Entry type: {@link dev.signet.scanner.structure.Structures}.
 */
@NullMarked
package dev.signet.scanner.structure;

import org.jspecify.annotations.NullMarked;
