package io.alphaforge.feed;

/** Follows an import; called on the thread that runs it, in the order of the files. */
public interface ImportListener {
    /** Hears nothing. */
    ImportListener NONE = new ImportListener() {};

    /** A file, or the member of an archive, is done. */
    default void finished(FileReport report) {}

    /** More is done than before. */
    default void progress(ImportProgress progress) {}
}
