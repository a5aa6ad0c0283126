package dev.cairn.core.graph.frame;

/**
 * A field of a receiver, standing among changed objects: calls on one receiver share no more of it
 * than the fields they use.
 *
 * @param self the receiver
 * @param name the field, as paths show it: {@code this.total}
 */
public record ReceiverField(Object self, String name) {}
