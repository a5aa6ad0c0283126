/**
 * What a program says to Cairn: annotations on its methods, parameters, fields and types, and the
 * same by hand in {@link dev.cairn.Cairn}.
 *
 * <p>Nothing in this package does anything by itself. Started without the agent ({@code
 * -javaagent:cairn.jar}) a program that uses it runs exactly as if it were not there.
 *
 * <p><b>What is promised.</b> An annotated pipeline gives the same result after a crash as it gives
 * without one, and does not repeat the stages that were finished. Where Cairn cannot keep this it
 * runs a stage unprotected, runs it again, or refuses, and says why; it never guesses.
 *
 * <p><b>What is not promised.</b>
 *
 * <ul>
 *   <li>Effects outside the JVM (mails, HTTP calls, rows, files) happen <em>at least once</em>: a
 *       stage that was cut off runs again from its beginning.
 *   <li>A database transaction that encloses a stage commits after the stage's checkpoint; keep the
 *       transaction inside a stage.
 *   <li>Static fields and the local variables of the entry method are not saved; code between
 *       stages runs again, on restored state.
 *   <li>A file that a finished stage wrote and that was lost later is not written again.
 *   <li>Changes that threads outside any stage make while a call is open are not seen.
 * </ul>
 */
package dev.cairn;
