/**
 * Running authorities and chat backends: modules wired together by constructors. Entry type: {@link
 * dev.signet.cli.node.AuthorityNode}.
 */
@NullMarked
package dev.signet.cli.node;

import org.jspecify.annotations.NullMarked;
