package io.alphaforge.store.mirror;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a mirror is to work.
 *
 * @param enabled false passes everything on to the server
 * @param limit the most that its bars may take in bytes, before they are compressed
 * @param memory the file beside the mirror that keeps when each series was last used
 * @param clock tells when the server was lost and when to try it again
 */
public record MirrorSettings(boolean enabled, long limit, Path memory, InstantSource clock) {}
