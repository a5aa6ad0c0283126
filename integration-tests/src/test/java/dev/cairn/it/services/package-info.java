/** Stages of objects that a container made and many use at once. */
@NullMarked
package dev.cairn.it.services;

import org.jspecify.annotations.NullMarked;
