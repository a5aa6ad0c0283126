/** The programs that the crash tests start in JVMs of their own. */
package dev.cairn.it.crash.program;
