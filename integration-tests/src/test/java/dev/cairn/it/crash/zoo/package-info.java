/** A program whose state has one of everything that has an order, an identity or a back door. */
package dev.cairn.it.crash.zoo;
