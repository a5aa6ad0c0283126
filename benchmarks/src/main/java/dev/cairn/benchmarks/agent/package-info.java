/** What the agent costs a program that does not use it, or does not use it at the moment. */
@NullMarked
package dev.cairn.benchmarks.agent;

import org.jspecify.annotations.NullMarked;
