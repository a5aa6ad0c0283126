/**
 * What the system class loader sees of Cairn: the way into the agent loader, and nothing else.
 *
 * <p>JDK types only; no lambdas, no NIO, no logging and no JMX, which before {@code main} would fix
 * settings of the JDK that the program has not made yet.
 */
@NullMarked
package dev.cairn.agent.launch;

import org.jspecify.annotations.NullMarked;
