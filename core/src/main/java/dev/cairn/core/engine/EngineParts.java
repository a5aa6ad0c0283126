package dev.cairn.core.engine;

import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.log.RunStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an engine works with.
 *
 * @param store the store; asked for when the first run is opened
 * @param frames makes the frames of calls
 * @param walker walks inputs
 * @param codec writes and reads snapshots
 * @param listeners are told what happens
 * @param clock for the times that are recorded
 */
public record EngineParts(
    Supplier<RunStore> store,
    StageFrames frames,
    GraphWalker walker,
    SnapshotCodec codec,
    List<CheckpointListener> listeners,
    InstantSource clock) {}
