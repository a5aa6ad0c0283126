package dev.cairn.core.config;

/** A value that somebody gave to a key, which may be the key of no setting. */
record Given(String key, String text, Origin origin) {}
