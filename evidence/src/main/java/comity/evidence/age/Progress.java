package comity.evidence.age;

/// Hears how far a long piece of work has come.
@FunctionalInterface
public interface Progress {
    /// For work that nobody watches.
    Progress NONE = _ -> {};

    /// Some more bytes of plaintext are done. Called by several threads.
    void more(long bytes);
}
