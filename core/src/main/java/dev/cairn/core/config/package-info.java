/** The one list of settings, and their values with where they come from. */
@NullMarked
package dev.cairn.core.config;

import org.jspecify.annotations.NullMarked;
