/** The programs that these tests start in JVMs of their own. */
package dev.cairn.it.runs.program;
