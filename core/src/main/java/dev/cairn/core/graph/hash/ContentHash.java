package dev.cairn.core.graph.hash;

/** 128 bits over an object's content: high and low half. */
public record ContentHash(long high, long low) {}
