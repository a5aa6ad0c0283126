/**
 * Encryption of what a store holds, with the JDK's own algorithms: keys, how they are kept, bytes.
 */
@NullMarked
package dev.cairn.core.seal.crypt;

import org.jspecify.annotations.NullMarked;
