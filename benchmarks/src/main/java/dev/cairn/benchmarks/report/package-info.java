/** Where figures end up: tables, plots, the document that has them. */
@NullMarked
package dev.cairn.benchmarks.report;

import org.jspecify.annotations.NullMarked;
